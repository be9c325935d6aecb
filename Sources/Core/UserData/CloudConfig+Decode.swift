extension CloudConfig {
  /// Reads a `#cloud-config` part, or throws everything that is wrong with it.
  ///
  /// ```yaml
  /// #cloud-config
  /// write_files: [{path: /etc/motd, content: hello}]   # files
  /// bootcmd: [echo hello]                              # the script "#!/bin/sh\necho hello\n"
  /// packages: [jq]                                     # cloud-init's; not looked at
  /// ```
  package static func decode(_ part: Part) throws(PartFailure) -> CloudConfig {
    let root: YAMLMapping
    do {
      root = try part.rootMapping().mapping
    } catch {
      throw PartFailure(name: part.name, errors: [error])
    }
    var diagnosis = Diagnosis(placement: part.placement, dialect: .cloudConfig)
    diagnosis.checkDuplicates(root, of: "the document")
    let files = root["write_files"].map { FileEntry.decodeList($0, &diagnosis) } ?? []
    try diagnosis.conclude(part.name)
    return CloudConfig(
      files: files, bootCommands: commands("bootcmd", in: root, part.placement),
      runCommands: commands("runcmd", in: root, part.placement), warnings: diagnosis.warnings)
  }

  private static func commands(_ key: String, in root: YAMLMapping, _ placement: Placement) -> Commands {
    guard let node = root[key] else { return .none }
    do {
      let list = try Shellify.script(node, key: key)
      return .script(CommandList(origin: placement.origin(at: node.start), count: list.count, script: list.script))
    } catch {
      return .broken(UserDataError(placement.origin(at: error.node.start), .document(error.problem)))
    }
  }
}
