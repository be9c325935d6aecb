internal import Core
internal import Host

/// What a command reads before it plans: the parts of its sources.
struct Input {
  let parts: PartList
  /// As the user named them; for the node's own input, the files that were found.
  let sources: [String]
  /// The source that cloud-init reads too.
  let userData: String?

  static func read(_ options: ReadingOptions, for root: borrowing Root) throws(HostError) -> Input {
    let list = try SourceReader(metadata: MetadataService(options.metadataEndpoint)).read(options.sources, for: root)
    var parts = PartDecoder.decode(list.sources, options: DecodeOptions(instanceGroup: options.instanceGroup))
    parts.failures = (list.failures + parts.failures).sorted { $0.name < $1.name }
    let named = options.sources.map(\.description)
    return Input(
      parts: parts, sources: named.isEmpty ? list.sources.map { Printable.escape($0.name) } : named,
      userData: list.userData)
  }
}

extension CommandOutput {
  /// The machine refused what the command cannot do without.
  static func refused(_ error: HostError, status: ExitStatus) -> CommandOutput {
    var text = "bringup: \(error)\n"
    if error.errno == .accessDenied || error.errno == .notPermitted, !ProcessIdentity.isRoot {
      text += "This needs root's rights; try it with sudo.\n"
    }
    return CommandOutput(standardError: Array(text.utf8), status: status)
  }
}
