/// Whose the keys of the merged configuration are, and which part lost one to whom.
///
/// ```
/// a: {bootcmd: [x]}   b: {bootcmd: [y]}     ->   bootcmd is b's; a lost it to b
/// ```
package struct KeyHistory: Sendable {
  package struct Loss: Sendable {
    package enum Manner: String, Sendable {
      /// A later part's value is there instead.
      case replaced
      /// An earlier part's value stayed.
      case ignored
      /// A later part's null took the key away.
      case deleted
    }

    package let key: YAMLNode
    /// Index into the parts that were merged, as all parts here.
    package let part: Int
    /// At most ``Limits/winnersPerLoss``.
    package let winners: [Int]
    package let manner: Manner
  }

  package private(set) var losses: [Loss] = []
  private var owners: [PythonKey: [Int]] = [:]
  /// How many items the list has that a part wrote under a key.
  private var items: [PythonKey: [Int: Int]] = [:]

  /// The parts that the value under a key is of, in their order.
  package func owners(of key: YAMLNode) -> [Int] { owners[PythonKey(key)] ?? [] }

  /// How many items each of the owners wrote, where they wrote lists.
  func itemCounts(of key: YAMLNode) -> [(part: Int, count: Int)] {
    owners(of: key).compactMap { part in items[PythonKey(key)]?[part].map { (part, $0) } }
  }

  mutating func add(_ keys: [(entry: YAMLMapping.Entry, outcome: Merger.KeyOutcome)], ofPart part: Int) {
    for (entry, outcome) in keys {
      let node = entry.key
      let key = PythonKey(node)
      if case .sequence(let nodes) = entry.value.value { items[key, default: [:]][part] = nodes.count }
      switch outcome {
      case .added: owners[key] = [part]
      case .combined: owners[key, default: []].append(part)
      case .kept:
        let winners = Array((owners[key] ?? []).prefix(Limits.winnersPerLoss))
        losses.append(Loss(key: node, part: part, winners: winners, manner: .ignored))
      case .replaced:
        lose(node, owners[key] ?? [], to: part, .replaced)
        owners[key] = [part]
      case .deleted:
        lose(node, owners[key] ?? [], to: part, .deleted)
        owners[key] = nil
      }
    }
  }

  private mutating func lose(_ key: YAMLNode, _ losers: [Int], to part: Int, _ manner: Loss.Manner) {
    losses += losers.map { Loss(key: key, part: $0, winners: [part], manner: manner) }
  }
}
