extension LintRules {
  /// About InstanceGroups, images and clouds.
  static let kops: [any LintRule.Type] = []
}
