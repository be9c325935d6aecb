/// Collects the entries of a mapping as PyYAML does: those of merge keys (`<<`) come before its own, an equal key keeps
/// the first one's place and takes the last one's value.
///
/// `{a: 1, <<: [{a: 2, b: 2}, {b: 3}]}` is the dict of `b: 3, a: 2, b: 2, a: 1`, which is `b: 2, a: 1`.
struct YAMLMappingBuilder {
  private var own: [YAMLMapping.Entry] = []
  private var merged: [YAMLMapping.Entry] = []

  mutating func add(_ key: YAMLComposer.Composed, _ value: YAMLNode) throws(YAMLFault) {
    if key.tag == .type(.merge) {
      do {
        merged += try Self.merge(value)
      } catch {
        throw YAMLFault(error, at: value.start)
      }
      return
    }
    if PythonKey(key.node) == .collection { throw YAMLFault(.unhashableKey(key.node.kind), at: key.node.start) }
    own.append(YAMLMapping.Entry(key: key.node, value: value))
  }

  /// Of a list, the first mapping's entries come last, so that they win.
  private static func merge(_ value: YAMLNode) throws(YAMLProblem) -> [YAMLMapping.Entry] {
    guard case .sequence(let items) = value.value else { return try entries(of: value) }
    var lists: [[YAMLMapping.Entry]] = []
    for item in items { lists.append(try entries(of: item)) }
    return lists.reversed().flatMap { $0 }
  }

  private static func entries(of node: YAMLNode) throws(YAMLProblem) -> [YAMLMapping.Entry] {
    switch node.value {
    case .mapping(let mapping): return mapping.entries
    case .set(let keys):
      return keys.map { key in
        let nothing = YAMLNode(value: .null, start: key.end, end: key.end, style: .plain)
        return YAMLMapping.Entry(key: key, value: nothing)
      }
    case .null, .bool, .int, .float, .string, .binary, .timestamp, .sequence: throw .mergeOf(node.kind)
    }
  }

  /// Entries that came by a merge key are there to be replaced, and not recorded as shadowed.
  func mapping() -> YAMLMapping {
    let all = merged.isEmpty ? own : merged + own
    guard all.count > 1 else { return YAMLMapping(entries: all) }
    var slots: [(first: Int, last: Int)] = []
    var shadowed: [YAMLMapping.Entry] = []
    var places = Places(capacity: all.count)
    for (index, entry) in all.enumerated() {
      let place = places.place(of: entry.key)
      if place == slots.count {
        slots.append((index, index))
      } else {
        if slots[place].last >= merged.count { shadowed.append(all[slots[place].last]) }
        slots[place].last = index
      }
    }
    if slots.count == all.count { return YAMLMapping(entries: all) }
    let entries = slots.map { YAMLMapping.Entry(key: all[$0.first].key, value: all[$0.last].value) }
    return YAMLMapping(entries: entries, shadowed: shadowed)
  }

  /// Numbers keys in the order in which they first came.
  private struct Places {
    /// Most mappings are so small that looking at each key costs less than a dictionary.
    private static let few = 8
    private var keys: [PythonKey] = []
    private var places: [PythonKey: Int] = [:]
    private let isSmall: Bool

    init(capacity: Int) {
      isSmall = capacity <= Self.few
      if isSmall { keys.reserveCapacity(capacity) } else { places.reserveCapacity(capacity) }
    }

    mutating func place(of node: YAMLNode) -> Int {
      let key = PythonKey(node)
      if isSmall {
        if let place = keys.firstIndex(of: key) { return place }
        keys.append(key)
        return keys.count - 1
      }
      if let place = places[key] { return place }
      places[key] = places.count
      return places.count - 1
    }
  }
}
