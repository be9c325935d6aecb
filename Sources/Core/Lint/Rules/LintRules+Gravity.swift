extension LintRules {
  /// About Gravity manifests.
  static let gravity: [any LintRule.Type] = []
}
