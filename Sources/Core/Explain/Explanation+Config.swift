extension Explanation {
  /// - Parameter indices: of the merged parts among all.
  mutating func take(_ merged: MergedConfig, _ indices: [Int]) {
    for (outcome, index) in zip(merged.outcomes, indices) {
      switch outcome {
      case .merged, .notConfig: continue
      case .dropped(let error): parts[index].fate = .dropped(.unreadable(error))
      case .notSimulated(let error): parts[index].fate = .notSimulated(.merge(error))
      }
    }
    let unreadable = zip(merged.outcomes, indices).first { outcome, index in
      if case .merged = outcome { !(parts[index].name?.isReadableInComment ?? true) } else { false }
    }
    if let (_, index) = unreadable {
      config.problem = .unreadable(part: index)
      return
    }
    let root = YAMLNode(value: .mapping(merged.root.yaml), start: .start, end: .start, style: .block).reloaded
    config.value = root
    guard case .mapping(let mapping) = root.value else { return }
    config.keys = mapping.entries.map { entry in
      ExplainedConfig.Key(key: entry.key, parts: merged.history.owners(of: entry.key).map { indices[$0] })
    }
    config.losses = merged.history.losses.map { loss in
      ExplainedConfig.Loss(
        key: loss.key, part: indices[loss.part], winners: loss.winners.map { indices[$0] }, manner: loss.manner,
        items: nil)
    }
    for entry in merged.root.entries { takeItems(of: entry, merged.history, indices) }
  }

  /// Of lists that were merged item by item, what is no longer there.
  private mutating func takeItems(of entry: MergedMapping.Entry, _ history: KeyHistory, _ indices: [Int]) {
    let owners = history.owners(of: entry.key.node)
    guard owners.count > 1, case .list(let items) = entry.value else { return }
    var kept: [Int: Int] = [:]
    for item in items {
      guard case .written(let written) = item else { return }
      kept[written.part, default: 0] += 1
    }
    for (owner, count) in history.itemCounts(of: entry.key.node) {
      let lost = count - kept[owner, default: 0]
      guard lost > 0 else { continue }
      config.losses.append(
        ExplainedConfig.Loss(
          key: entry.key.node, part: indices[owner],
          winners: owners.lazy.filter { $0 != owner }.prefix(Limits.winnersPerLoss).map { indices[$0] },
          manner: .replaced, items: (lost, count)))
    }
  }
}

extension PartName {
  /// cloud-init lists the merged parts in comments of `cloud-config.txt`, with blanks for line ends and tabs: whether the
  /// file is YAML for all that.
  fileprivate var isReadableInComment: Bool {
    let blanks: [UInt32: UInt32] = [0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20]
    let scalars = codePoints.compactMap { Unicode.Scalar(blanks[$0] ?? $0) }
    let text = Array(PythonText.stripped(String(String.UnicodeScalarView(scalars))).utf8)
    let isOneLine = text.indices.allSatisfy { YAMLCharacters.lineBreak(at: $0, in: text) == 0 }
    return isOneLine && (try? YAMLCharacters.check(text)) != nil
  }
}
