/// A kops InstanceGroup, for what stands beside its user-data.
package struct LintGroup: Sendable {
  package let name: String
  package let node: YAMLNode
  /// The manifest, whose nodes these are.
  package let text: LintText
  package let spec: YAMLMapping?
  package let entries: [LintEntry]
  /// `spec` of the Cluster that the manifest has beside its groups; nil where it has none.
  package let cluster: YAMLMapping?
  /// The lines of the manifest that are the group's: those behind the group before it, up to its own last, or to the end
  /// of the text for the last one.
  package let lines: ClosedRange<Int>

  /// A field of `spec`, where it is text: `manager`, `image`, `role`.
  package func field(_ key: String) -> String? {
    if case .string(let text) = spec?[key]?.value { text } else { nil }
  }
}
