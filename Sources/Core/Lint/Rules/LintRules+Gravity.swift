extension LintRules {
  /// About what Gravity manifests and bringup documents ask of nodes.
  static let gravity: [any LintRule.Type] = [
    GravityManifestInvalid.self, PortRangeReversed.self, PortListHalfRead.self, OsVersionsMissing.self,
    OsVersionTooWide.self, PatternUnmatchable.self, MaximumUnchecked.self, VolumePathPattern.self, RamWholeSize.self,
  ]
}
