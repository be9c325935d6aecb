extension LintRules {
  /// About bringup documents.
  static let bringup: [any LintRule.Type] = [BringupDocumentInvalid.self, BringupRunsLate.self]
}
