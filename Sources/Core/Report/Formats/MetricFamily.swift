/// The samples of one name, below its HELP and TYPE.
struct MetricFamily {
  let name: String
  let help: String
  let samples: [MetricSample]

  init(_ name: String, _ help: String, _ samples: [MetricSample]) {
    self.name = name
    self.help = help
    self.samples = samples
  }

  var text: String {
    "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + samples.map { "\(name)\($0.text)\n" }.joined()
  }
}

/// Labels and a value: `{check="cpu.min"} 0.5`.
struct MetricSample {
  typealias Label = (name: String, value: String)

  let labels: [Label]
  let value: String

  init(_ labels: [Label], _ value: String) {
    self.labels = labels
    self.value = value
  }

  var text: String {
    "{\(labels.map { #"\#($0.name)="\#(Self.escape($0.value))""# }.joined(separator: ","))} \(value)"
  }

  private static func escape(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
