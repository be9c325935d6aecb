/// `bringup report`
package struct ReportOptions: Sendable {
  package let common: CommonOptions

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
  }

  static let definition = CommandDefinition(
    name: "report",
    summary: "Show the report of the last apply",
    details: """
      Renders /run/bringup/report.json. The exit status is the one that the reported command ended with, or 2 where there
      is no report.
      """,
    options: CommonOptions.definitions
  ) { line throws(UsageError) in .report(try ReportOptions(line)) }
}
