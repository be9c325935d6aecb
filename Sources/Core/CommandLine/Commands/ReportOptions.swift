/// `bringup report`
package struct ReportOptions: Sendable {
  package let common: CommonOptions
  package let format: ReportFormat
  /// Nil: the newest.
  package let kind: ReportKind?

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ReportFormat.option) ?? .text
    kind = try line.operands { text throws(ValueProblem) -> ReportKind in
      guard let kind = ReportKind(rawValue: text) else { throw .notOneOf(ReportKind.allCases.map(\.rawValue)) }
      return kind
    }.first
  }

  static let definition = CommandDefinition(
    name: "report",
    summary: "Show the last report again",
    details: """
      Renders /run/bringup/report.json, what the last apply or rollback reported, or /run/bringup/preflight.json, what the
      last preflight did: the newer of the two unless one is named. The exit status is the one that the reported command
      ended with, or 2 where there is no report.
      """,
    operands: Operands(
      "[apply|preflight]", count: 0...1, completion: .words(ReportKind.allCases.map(\.rawValue))),
    options: CommonOptions.definitions
  ) { line throws(UsageError) in .report(try ReportOptions(line)) }
}

/// The reports that are kept: the last of each kind.
package enum ReportKind: String, Hashable, Sendable, CaseIterable {
  /// An apply's or a rollback's.
  case apply
  case preflight
}
