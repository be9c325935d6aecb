extension LintRules {
  /// About scripts.
  static let scripts: [any LintRule.Type] = [
    ShebangMissing.self, ShebangCrlfMixed.self, BashismInSh.self, ScriptOrderNodeup.self, ScriptWaitsForNodeup.self,
    NumericPrefixWidth.self, MkdocsTemplateResidue.self,
  ]
}
