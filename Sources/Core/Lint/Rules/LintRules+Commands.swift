extension LintRules {
  /// About `bootcmd` and `runcmd`.
  static let commands: [any LintRule.Type] = []
}
