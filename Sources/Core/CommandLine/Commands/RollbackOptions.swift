/// `bringup rollback`
package struct RollbackOptions: Sendable {
  package let common: CommonOptions

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
  }

  static let definition = CommandDefinition(
    name: "rollback",
    summary: "Put back what the last apply replaced",
    details: """
      Files that the last apply replaced get their content, mode and owner back, files that it made are removed, and
      systemd is reloaded where a unit changed. What scripts did cannot be undone.
      """,
    options: CommonOptions.definitions
  ) { line throws(UsageError) in .rollback(try RollbackOptions(line)) }
}
