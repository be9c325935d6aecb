/// `bringup rollback`
package struct RollbackOptions: Sendable {
  package let common: CommonOptions
  package let format: ReportFormat
  package let edited: Edited

  /// What to do with a file that was edited since the apply.
  package enum Edited: Hashable, Sendable {
    /// It is left as it is, and told.
    case keep
    case overwrite
  }

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ReportFormat.option) ?? .text
    edited = line.has(Self.force) ? .overwrite : .keep
  }

  private static let force = OptionDefinition(
    "force", summary: "Put back files that were edited since, too",
    details: "Without it such a file is left as it is, and the status is 1.")

  static let definition = CommandDefinition(
    name: "rollback",
    summary: "Put back what the last apply replaced",
    details: """
      Files that the last apply replaced get their content, mode and owner back, files that it made are removed, and
      systemd is reloaded where a unit changed. What scripts did cannot be undone.
      """,
    options: [force] + CommonOptions.definitions
  ) { line throws(UsageError) in .rollback(try RollbackOptions(line)) }
}
