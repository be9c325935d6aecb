/// The modules of cloud-init that user-data has files written and commands run by, in the order of the boot.
extension Explanation {
  mutating func runModules(
    _ merged: MergedConfig, folders: [ScriptDirectory: ScriptFolder], placement: (Int) -> Placement
  ) {
    var folders = folders
    if config.problem == nil, case .mapping(let root) = config.value.value {
      switch ModulesConfig(root) {
      case .config(let modules):
        bootCommands = commands("bootcmd", in: modules, merged.root, placement)
        runCommands = commands("runcmd", in: modules, merged.root, placement)
        if let node = modules["write_files"], let value = merged.root["write_files"]?.value {
          write(node, value, placement)
        }
      case .lost: config.problem = .lost
      case .unusable(let problem): config.problem = .unusable(problem)
      }
    }
    let early = writeFiles.indices.filter { writeFiles[$0].timing == .now }
    let late = writeFiles.indices.filter { writeFiles[$0].timing == .deferred }
    files = WrittenFile.fold(writeFiles.map(\.fate), early + late, version: version)
    addScripts(&folders, early)
    if let script = runCommands?.script {
      folders[.instance, default: ScriptFolder()].write("runcmd", script, by: .runCommands)
    }
    addScripts(&folders, late)
    for directory in ScriptDirectory.allCases {
      guard let folder = folders[directory] else { continue }
      scripts += folder.inOrder.map { ExplainedScript($0, in: directory) }
      overwritten += folder.overwritten.map { ExplainedScript($0, in: directory) }
    }
  }

  private func commands(
    _ key: String, in modules: YAMLMapping, _ merged: MergedMapping, _ placement: (Int) -> Placement
  ) -> ExplainedCommands? {
    guard let node = modules[key], let value = merged[key]?.value else { return nil }
    return ExplainedCommands(node, key: key, value: value, placement: placement)
  }

  private mutating func write(_ node: YAMLNode, _ value: MergedValue, _ placement: (Int) -> Placement) {
    let place = value.part.map(placement) ?? .whole("write_files")
    guard case .sequence(let items) = node.value else {
      if let problem = Self.problem(ofList: node) {
        writeFilesError = UserDataError(place.origin(at: node.start), problem)
      }
      return
    }
    guard items.count <= Limits.files else {
      return failures.append(
        UserDataError(place.origin(at: node.start), .document(.file(.tooMany(key: "write_files")))))
    }
    let parts = value.itemParts
    let placed = items.enumerated().map { index, item in
      WriteFilesRun.Item(
        node: item, placement: (parts.indices.contains(index) ? parts[index] : nil).map(placement) ?? place)
    }
    if let item = placed.first(where: { !WriteFilesRun.canTellDeferral($0.node) }) {
      writeFilesError = UserDataError(
        item.placement.origin(at: item.node.start),
        .document(.file(.notAMapping(key: "write_files", found: item.node.kind))))
    }
    writeFiles = zip(placed, WriteFilesRun.fates(of: placed, version: version)).map { item, fate in
      ExplainedEntry(
        origin: item.placement.origin(at: item.node.start), timing: WriteFilesRun.timing(of: item.node), fate: fate)
    }
  }

  /// Python iterates over text, keys and bytes, too: of an empty one nothing comes, and of another one an error.
  private static func problem(ofList node: YAMLNode) -> UserDataProblem? {
    switch node.value {
    case .string, .binary, .mapping, .set:
      if !node.isTrue { return nil }
      fallthrough
    case .null, .bool, .int, .float, .timestamp, .sequence:
      return .document(.file(.notAList(key: "write_files", found: node.kind)))
    }
  }

  /// Files that are written into a directory of scripts run with them.
  private func addScripts(_ folders: inout [ScriptDirectory: ScriptFolder], _ entries: [Int]) {
    for index in entries {
      guard let file = writeFiles[index].fate.file else { continue }
      for directory in ScriptDirectory.allCases where file.path.parent.text == directory.path {
        folders[directory, default: ScriptFolder()].write(file, by: .file(index))
      }
    }
  }
}
