/// What the commands that read user-data have in common.
package struct ReadingOptions: Hashable, Sendable {
  /// Empty: the node's own user-data, then `/etc/bringup/parts.d`.
  package let sources: [SourceArgument]
  /// The InstanceGroup to take from a kops manifest that holds several.
  package let instanceGroup: String?
  /// Nil: the address that EC2 gives the metadata service.
  package let metadataEndpoint: MetadataEndpoint?

  init(_ line: ParsedLine) throws(UsageError) {
    sources = try line.operands { text throws(ValueProblem) in try SourceArgument(text) }
    instanceGroup = try line.value(of: Self.instanceGroup)
    metadataEndpoint = try line.value(of: Self.metadataEndpoint)
  }

  static let operands = Operands("[SOURCE...]", count: 0...Int.max, completion: .files)

  static let definitions = [instanceGroup.definition, metadataEndpoint.definition]

  private static let instanceGroup = Option<String>(
    "instance-group", valueName: "NAME", summary: "Take the InstanceGroup NAME of a kops manifest",
    details: "Needed where several of a manifest's instance groups have additionalUserData."
  ) { text throws(ValueProblem) in
    guard !text.isEmpty else { throw .empty }
    return text
  }

  private static let metadataEndpoint = Option<MetadataEndpoint>(
    "imds-endpoint", valueName: "URL", summary: "Ask for imds: at URL instead of http://169.254.169.254",
    details: "The address is an IP address; the service must speak IMDSv2."
  ) { text throws(ValueProblem) in try MetadataEndpoint(text) }
}
