/// Every command, in the order the manual lists them. A command is one entry here; its text, its options and their
/// parsing stand beside its options' type.
package enum CommandTable {
  package static let commands: [CommandDefinition] = [
    ApplyOptions.definition,
    PlanOptions.definition,
    PartsOptions.definition,
    ExplainOptions.definition,
    BundleOptions.definition,
    RollbackOptions.definition,
    PreflightOptions.definition,
    LintOptions.definition,
    BootstrapOptions.definition,
    ReportOptions.definition,
    PeerOptions.definition,
    HelpOptions.definition,
    CompletionOptions.definition,
    ManualPage.definition,
  ]

  /// One line on what the program is.
  package static let summary = "gets a Linux node ready before its bootstrap runs, and says whether it is"
}
