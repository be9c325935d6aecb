import Core
import Testing

/// Values for tables: what a manifest states, what a node tells.
enum Sample {
  static let origin = Origin(source: "app.yaml", position: Position(line: 9, column: 3))
  static let denied = Evidence(source: "/proc/x", text: "permission denied")

  static func stated<Value>(_ value: Value) -> Stated<Value> { Stated(value, at: origin) }

  static func known<Value>(_ value: Value, _ text: String = "as read") -> Reading<Value> {
    .known(value, Evidence(source: "kernel", text: text))
  }

  static func size(_ text: String) throws -> ByteCount { try #require(ByteCount(parsing: text)) }

  static func rate(_ text: String) throws -> TransferRate { try #require(TransferRate(parsing: text)) }

  static func path(_ text: String) throws -> AbsolutePath { try AbsolutePath(text) }

  /// The only one.
  static func only(_ verdicts: [Verdict]) throws -> Verdict {
    try #require(verdicts.count == 1)
    return verdicts[0]
  }
}

extension Verdict {
  /// `fail 4 CPUs`
  var gist: String { "\(outcome.rawValue) \(found)" }
}
