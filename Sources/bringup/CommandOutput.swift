internal import Core
internal import Host

/// What a command comes to: written once, at the end.
struct CommandOutput {
  var standardOutput: [UInt8] = []
  var standardError: [UInt8] = []
  var status: ExitStatus
  /// What the process ends with instead, where shells have a number for it: 126, 127, 128 and a signal.
  var shellStatus: Int32?
  /// Signals that are held back until the output is written.
  var interrupt: Interrupt?

  static func done(_ text: String) -> CommandOutput {
    CommandOutput(standardOutput: Array(text.utf8), status: .done)
  }

  /// `bringup: argument 2: ...`, and where to read on.
  static func wrongUsage(_ error: UsageError) -> CommandOutput {
    CommandOutput(standardError: Array("bringup: \(error)\n\(error.hint)\n".utf8), status: .unusable)
  }
}

extension CommandOutput {
  /// A listing in the format that was asked for.
  init(
    _ format: ListingFormat, _ options: CommonOptions, status: ExitStatus, json: @autoclosure () -> JSON,
    text: (TextStyle) -> String
  ) {
    switch format {
    case .json: self.init(standardOutput: json().bytes(.pretty), status: status)
    case .text: self.init(standardOutput: Array(text(options.color.style).utf8), status: status)
    }
  }

  /// A report in the format that was asked for.
  init(_ format: ReportFormat, _ options: CommonOptions, _ report: some Report) {
    self.init(
      standardOutput: report.rendered(as: format, options.color.style, options.verbosity), status: report.status)
  }

  /// What kept the command from making a report, where the reader of `format` looks: node-problem-detector shows standard output
  /// alone, and a problem that says nothing helps nobody.
  func told(as format: ReportFormat) -> CommandOutput {
    guard format == .npd, status == .unusable, standardOutput.isEmpty else { return self }
    var output = self
    let sentence = String(decoding: standardError.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    output.standardOutput = Array(ReportFormat.npdLine(sentence).utf8)
    return output
  }
}
