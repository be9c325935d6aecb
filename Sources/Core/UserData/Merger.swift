/// Merges values as cloud-init's mergers do (`cloudinit/mergers`): one part's strategy at work.
struct Merger {
  let strategy: MergeStrategy
  /// What is left of ``Limits/mergeSteps``.
  private(set) var steps: Int

  /// What became of each key at the top of the part, in the part's order.
  private(set) var topKeys: [(entry: YAMLMapping.Entry, outcome: KeyOutcome)] = []
  private var depth = 0

  init(strategy: MergeStrategy, steps: Int) {
    self.strategy = strategy
    self.steps = steps
  }

  enum KeyOutcome {
    case added
    /// The part's value is there now, in the place of an earlier one.
    case replaced
    /// The earlier value stays.
    case kept
    case combined
    case deleted
  }

  /// What two values under one key or at one index come to.
  enum Outcome {
    case old
    case new
    case combined(MergedValue)
  }

  /// The value that is there decides the merger; recursion ends at the depth of the part's own nesting.
  mutating func merge(_ old: MergedValue, _ new: PartNode) throws(MergeProblem) -> Outcome {
    switch old {
    case .mapping(let mapping): return try merge(mapping, new)
    case .list(let items): return try merge(items, new)
    case .text(let text): return try merge(text, new)
    case .written(let written):
      switch written.node.value {
      case .mapping(let mapping):
        try spend(mapping.entries.count)
        return try merge(MergedMapping(mapping, of: written), new)
      case .sequence(let items):
        try spend(items.count)
        return try merge(items.map { .written(PartNode(part: written.part, node: $0)) }, new)
      case .string(let text): return try merge(text, new)
      case .null, .bool, .int, .float, .binary, .timestamp, .set: return .old
      }
    }
  }

  mutating func spend(_ count: Int) throws(MergeProblem) {
    steps -= count + 1
    guard steps >= 0 else { throw .tooMuch }
  }

  private mutating func merge(_ old: MergedMapping, _ new: PartNode) throws(MergeProblem) -> Outcome {
    guard case .mapping(let mapping) = new.node.value else { return .old }
    depth += 1
    defer { depth -= 1 }
    guard let options = strategy.mappings else {
      for pair in mapping.entries { note(.kept, of: pair) }
      return .old
    }
    try spend(old.count + mapping.entries.count)
    var merged = old
    let source = MergedMapping.Source(part: new.part, position: new.node.start)
    for pair in mapping.entries {
      let value = PartNode(part: new.part, node: pair.value)
      let key = PythonKey(pair.key)
      guard let slot = merged.slot(of: key), var entry = merged[slot] else {
        merged.append(
          MergedMapping.Entry(
            key: PartNode(part: new.part, node: pair.key), value: .written(value), source: source))
        note(.added, of: pair)
        continue
      }
      if case .null = pair.value.value, options.contains(.allowDelete) {
        merged.remove(key)
        note(.deleted, of: pair)
        continue
      }
      switch try mergeSameKey(entry.value, value, options) {
      case .old:
        note(.kept, of: pair)
        continue
      case .new:
        (entry.value, entry.source) = (.written(value), source)
        note(.replaced, of: pair)
      case .combined(let both):
        (entry.value, entry.source) = (both, nil)
        note(.combined, of: pair)
      }
      merged[slot] = entry
    }
    return .combined(.mapping(merged))
  }

  private mutating func note(_ outcome: KeyOutcome, of entry: YAMLMapping.Entry) {
    if depth == 1 { topKeys.append((entry, outcome)) }
  }

  private mutating func mergeSameKey(
    _ old: MergedValue, _ new: PartNode, _ options: MergeStrategy.Options
  ) throws(MergeProblem) -> Outcome {
    if options.contains(.replace) { return .new }
    switch new.node.value {
    case .sequence: return options.contains(.recurseList) ? try merge(old, new) : .old
    case .string: return options.contains(.recurseText) ? try merge(old, new) : .old
    case .mapping: return try merge(old, new)
    case .null, .bool, .int, .float, .binary, .timestamp, .set: return .old
    }
  }

  private mutating func merge(_ old: String, _ new: PartNode) throws(MergeProblem) -> Outcome {
    guard let options = strategy.texts else { return .old }
    guard options.contains(.append) else { return .new }
    guard case .string(let text) = new.node.value else { throw .joinedWithText(found: new.node.kind) }
    try spend(old.utf8.count + text.utf8.count)
    return .combined(.text(old + text))
  }
}
