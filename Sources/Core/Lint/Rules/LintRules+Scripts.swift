extension LintRules {
  /// About scripts.
  static let scripts: [any LintRule.Type] = []
}
