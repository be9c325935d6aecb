extension LintRules {
  /// About what cloud-init's YAML reader makes of a text.
  static let yaml: [any LintRule.Type] = [
    YamlSyntax.self, YamlDuplicateKey.self, YamlNorwayBool.self, YamlUnknownTag.self, YamlDuplicateAnchor.self,
  ]
}
