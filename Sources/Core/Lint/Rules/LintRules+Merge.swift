extension LintRules {
  /// About how cloud-config parts are merged, and which keys there are to merge.
  static let merge: [any LintRule.Type] = [
    MergeClobber.self, MergeHowIneffective.self, MergeHowWrongPart.self, MergeHowSyntax.self, KeyMisspelt.self,
  ]
}
