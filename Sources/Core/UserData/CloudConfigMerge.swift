/// What cloud-init makes of all its cloud-config parts together (`cloudinit/handlers/cloud_config.py`).
package enum CloudConfigMerge {
  /// Merges `parts` in the order that cloud-init walks them, which is that of the user-data and not that of the names.
  ///
  /// Parts of other types are passed over. By default a later part's keys replace an earlier one's, lists included:
  ///
  /// ```
  /// bootcmd: [a]  +  bootcmd: [b]                                                        ->  bootcmd: [b]
  /// bootcmd: [a]  +  {bootcmd: [b], merge_how: "list(append)+dict(recurse_list)"}         ->  bootcmd: [a, b]
  /// ```
  package static func merge(_ parts: [Part]) -> MergedConfig {
    merge(parts, steps: Limits.mergeSteps)
  }

  static func merge(_ parts: [Part], steps limit: Int) -> MergedConfig {
    var root = MergedMapping()
    var steps = limit
    var outcomes: [MergedConfig.Outcome] = []
    var history = KeyHistory()
    for (index, part) in parts.enumerated() {
      switch part.type {
      case .cloudConfig: outcomes.append(add(part, index: index, to: &root, &history, steps: &steps))
      case .cloudConfigPatch:
        let error = UserDataError(part.placement.origin, .document(.merge(.patch)))
        outcomes.append(.notSimulated(error))
      case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce, .boothook, .includeURL,
        .includeOnceURL, .partHandler, .jinja, .upstartJob, .bringup, .unhandled:
        outcomes.append(.notConfig)
      }
    }
    return MergedConfig(root: root, outcomes: outcomes, history: history)
  }

  private static func add(
    _ part: Part, index: Int, to root: inout MergedMapping, _ history: inout KeyHistory, steps: inout Int
  ) -> MergedConfig.Outcome {
    do {
      let document = try part.rootMapping()
      let strategy = try wrapping(part, document.node) { () throws(MergeProblem) -> MergeStrategy in
        try MergeStrategy.of(document.mapping, header: part.mergeHeader)
      }
      let content = PartNode(part: index, node: document.node.without(MergeStrategy.consumedKeys(of: document.mapping)))
      var merger = Merger(strategy: strategy, steps: steps)
      defer { steps = merger.steps }
      let merged = try wrapping(part, document.node) { () throws(MergeProblem) -> Merger.Outcome in
        try merger.merge(.mapping(root), content)
      }
      if case .combined(.mapping(let mapping)) = merged { root = mapping }
      history.add(merger.topKeys, ofPart: index)
      return .merged
    } catch {
      if case .document(.merge(.tooMuch)) = error.problem { return .notSimulated(error) }
      return .dropped(error)
    }
  }

  private static func wrapping<Value>(
    _ part: Part, _ node: YAMLNode, _ body: () throws(MergeProblem) -> Value
  ) throws(UserDataError) -> Value {
    do {
      return try body()
    } catch {
      throw UserDataError(part.placement.origin(at: node.start), .document(.merge(error)))
    }
  }
}

/// The configuration that cloud-init's modules see, and what became of each part.
package struct MergedConfig: Sendable {
  package enum Outcome: Sendable {
    case merged
    /// cloud-init warns and goes on without it.
    case dropped(UserDataError)
    /// What it does to the configuration is not worked out here; the rest was merged as if it were not there.
    case notSimulated(UserDataError)
    /// No cloud-config.
    case notConfig
  }

  package let root: MergedMapping
  /// One for each part that was given, in the same order.
  package let outcomes: [Outcome]
  /// Whose each key is, and who lost one to whom.
  let history: KeyHistory

  /// The `write_files` entries that cloud-init itself writes.
  package var survivors: Survivors { Survivors(root["write_files"]?.value) }

  /// Whether nothing is left of the list that the part with this index has under `key`. Not where that cannot be told:
  /// after a part that was not simulated, or where items were put together.
  package func loses(_ key: String, ofPart index: Int) -> Bool {
    let isWhole = !outcomes.contains { if case .notSimulated = $0 { true } else { false } }
    let items = root[key]?.value.items ?? []
    return isWhole
      && items.allSatisfy { if case .written(let written) = $0 { written.part != index } else { false } }
  }
}

extension YAMLNode {
  /// A mapping without some of its keys.
  fileprivate func without(_ keys: [String]) -> YAMLNode {
    guard case .mapping(let mapping) = value else { return self }
    let entries = mapping.entries.filter { entry in
      guard case .string(let key) = entry.key.value else { return true }
      return !keys.contains { $0.hasBytes(of: key) }
    }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), start: start, end: end, style: style)
  }
}
