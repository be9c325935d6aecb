extension LintRules {
  /// About how parts are named, typed and held together.
  static let parts: [any LintRule.Type] = [
    YamlTab.self, PartUnreadable.self, PartEncoding.self, PartNameNodeup.self, PartNameDuplicate.self,
    PartNameUnclean.self, PartNameReserved.self, TypeInvalid.self, TypeUpstartDead.self, TypeContentMismatch.self,
    TypeResniffed.self, JinjaNotRendered.self, NonAsciiContent.self, InvalidUtf8.self, BomPresent.self,
    BoundaryInContent.self, IncludeFragile.self, LaunchIndexInAsg.self, EchoDropIn.self, IgnoreComment.self,
  ]
}
