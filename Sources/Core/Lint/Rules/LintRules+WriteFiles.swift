extension LintRules {
  /// About `write_files`.
  static let writeFiles: [any LintRule.Type] = [
    WfPermissionsNumber.self
  ]
}
