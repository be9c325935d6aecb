/// A value of the merged configuration, with the part that each piece of it came from.
///
/// What no merge has taken apart stays as its part wrote it, so that merging costs what the parts have in common and
/// not what they hold.
package enum MergedValue: Sendable {
  case written(PartNode)
  /// Texts that were joined, or a character of a text that a list was extended by.
  case text(String)
  case list([MergedValue])
  case mapping(MergedMapping)

  /// The value as one tree. A node that was put together has no place of its own and stands at line 1.
  package var node: YAMLNode {
    switch self {
    case .written(let written): written.node
    case .text(let text): Self.node(.string(text), .doubleQuoted)
    case .list(let items): Self.node(.sequence(items.map(\.node)), .block)
    case .mapping(let mapping): Self.node(.mapping(mapping.yaml), .block)
    }
  }

  /// The items of a list; nil for anything else.
  var items: [MergedValue]? {
    switch self {
    case .list(let items): return items
    case .written(let written):
      guard case .sequence(let nodes) = written.node.value else { return nil }
      return nodes.map { .written(PartNode(part: written.part, node: $0)) }
    case .text, .mapping: return nil
    }
  }

  private static func node(_ value: YAMLValue, _ style: YAMLStyle) -> YAMLNode {
    YAMLNode(value: value, start: .start, end: .start, style: style)
  }
}

/// A node and the part that wrote it.
package struct PartNode: Sendable {
  /// Index into the parts that were merged.
  package let part: Int
  package let node: YAMLNode
}

/// A mapping of the merged configuration: a Python dict, which keeps the order of insertion.
package struct MergedMapping: Sendable {
  /// A mapping as written: the part, and where the mapping starts in it.
  package struct Source: Hashable, Sendable {
    package let part: Int
    package let position: Position
  }

  package struct Entry: Sendable {
    package let key: PartNode
    package var value: MergedValue
    /// The mapping that the value was written in; nil where it was put together.
    package var source: Source?
  }

  /// In order; nil where an entry was deleted.
  private var slots: [Entry?] = []
  private var index: [PythonKey: Int] = [:]

  package init() {}

  /// The mapping of one part, whose keys are distinct.
  init(_ mapping: YAMLMapping, of node: PartNode) {
    let source = Source(part: node.part, position: node.node.start)
    for entry in mapping.entries {
      append(
        Entry(
          key: PartNode(part: node.part, node: entry.key),
          value: .written(PartNode(part: node.part, node: entry.value)), source: source))
    }
  }

  package var entries: [Entry] { slots.compactMap(\.self) }

  var count: Int { index.count }

  /// The entry whose key is this string.
  package subscript(key: String) -> Entry? { slot(of: .string(PythonKey.CodePoints(text: key))).flatMap { slots[$0] } }

  func slot(of key: PythonKey) -> Int? { index[key] }

  subscript(slot: Int) -> Entry? {
    get { slots[slot] }
    set { slots[slot] = newValue }
  }

  mutating func append(_ entry: Entry) {
    index[PythonKey(entry.key.node)] = slots.count
    slots.append(entry)
  }

  mutating func remove(_ key: PythonKey) {
    guard let slot = index.removeValue(forKey: key) else { return }
    slots[slot] = nil
  }

  var yaml: YAMLMapping {
    YAMLMapping(entries: entries.map { YAMLMapping.Entry(key: $0.key.node, value: $0.value.node) })
  }
}
