extension LintRules {
  /// About fields of InstanceGroups, and what a cloud or an image takes.
  static let kops: [any LintRule.Type] = [
    SizeLimit.self, FlatcarUnsupported.self, KarpenterIgnored.self, GceStartupScript.self, WarmpoolLongScript.self,
  ]
}
