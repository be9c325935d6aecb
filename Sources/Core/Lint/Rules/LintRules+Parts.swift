extension LintRules {
  /// About how parts are named, typed and held together.
  static let parts: [any LintRule.Type] = [
    PartNameNodeup.self
  ]
}
