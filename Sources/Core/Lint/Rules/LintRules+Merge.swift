extension LintRules {
  /// About how cloud-config parts are merged.
  static let merge: [any LintRule.Type] = []
}
