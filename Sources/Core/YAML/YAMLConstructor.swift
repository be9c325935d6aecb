/// Makes values of a document's graph, as PyYAML's SafeConstructor does.
///
/// `{a: 0755, <<: {b: on}}` becomes the mapping `b: true, a: 493`.
struct YAMLConstructor {
  var graph: YAMLGraph
  /// Nodes with aliases are made once, and shared.
  private var made: [Int: YAMLNode] = [:]

  init(_ graph: YAMLGraph) {
    self.graph = graph
  }

  mutating func root() throws(YAMLFault) -> YAMLNode { try value(graph.root) }

  mutating func value(_ index: Int) throws(YAMLFault) -> YAMLNode {
    if let node = made[index] { return node }
    let node = graph.nodes[index]
    let value = try value(node, index)
    let made = YAMLNode(
      value: value, start: node.start, end: node.end, style: node.style, written: written(node, as: value))
    if graph.shared.contains(index) { self.made[index] = made }
    return made
  }

  private func written(_ node: YAMLGraph.Node, as value: YAMLValue) -> String? {
    guard case .scalar(let text) = node.content else { return nil }
    if case .string = value { return nil }
    return text
  }

  private mutating func value(_ node: YAMLGraph.Node, _ index: Int) throws(YAMLFault) -> YAMLValue {
    guard case .type(let type) = node.tag else {
      throw YAMLFault(.unknownTag(node.tag.written), at: node.start)
    }
    switch type {
    case .null:
      _ = try text(index, of: node)
      return .null
    case .bool, .int, .float, .binary, .timestamp, .string:
      let text = try text(index, of: node)
      do {
        return try YAMLScalarValue.value(of: text, as: type)
      } catch {
        throw YAMLFault(error, at: node.start)
      }
    case .sequence: return .sequence(try items(node))
    case .omap, .pairs: return .sequence(try pairs(node))
    case .mapping: return .mapping(try mapping(index))
    case .set: return .set(try mapping(index).entries.map(\.key))
    case .merge: throw YAMLFault(.specialValue("<<"), at: node.start)
    case .value: throw YAMLFault(.specialValue("="), at: node.start)
    }
  }

  /// The text of a scalar; a mapping with the key `=` stands for the text of that key's value.
  private func text(_ index: Int, of tagged: YAMLGraph.Node) throws(YAMLFault) -> String {
    var index = index
    while true {
      switch graph.nodes[index].content {
      case .scalar(let text): return text
      case .mapping(let pairs, _):
        guard let pair = pairs.first(where: { graph.nodes[$0.key].tag == .type(.value) }) else {
          throw mismatch(tagged)
        }
        index = pair.value
      case .sequence: throw mismatch(tagged)
      }
    }
  }

  private func mismatch(_ node: YAMLGraph.Node) -> YAMLFault {
    YAMLFault(.tagOfOtherKind(tag: node.tag.written, found: node.kind), at: node.start)
  }

  private mutating func items(_ node: YAMLGraph.Node) throws(YAMLFault) -> [YAMLNode] {
    guard case .sequence(let items) = node.content else { throw mismatch(node) }
    var values: [YAMLNode] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try value(item)) }
    return values
  }

  /// `!!omap` and `!!pairs`: a list of Python tuples, given here as lists of two.
  private mutating func pairs(_ node: YAMLGraph.Node) throws(YAMLFault) -> [YAMLNode] {
    guard case .sequence(let items) = node.content else { throw mismatch(node) }
    var values: [YAMLNode] = []
    for item in items {
      let pair = graph.nodes[item]
      guard case .mapping(let pairs, _) = pair.content, let only = pairs.first, pairs.count == 1 else {
        throw YAMLFault(.notAPair(pair.kind), at: pair.start)
      }
      let members = [try value(only.key), try value(only.value)]
      values.append(YAMLNode(value: .sequence(members), start: pair.start, end: pair.end, style: pair.style))
    }
    return values
  }

  private mutating func mapping(_ index: Int) throws(YAMLFault) -> YAMLMapping {
    try graph.flatten(index)
    let node = graph.nodes[index]
    guard case .mapping(let pairs, let merged) = node.content else { throw mismatch(node) }
    var builder = YAMLMappingBuilder(capacity: pairs.count)
    for (number, pair) in pairs.enumerated() {
      let key = try value(pair.key)
      let hashable = PythonKey(key)
      if hashable == .collection { throw YAMLFault(.unhashableKey(key.kind), at: key.start) }
      let entry = YAMLMapping.Entry(key: key, value: try value(pair.value))
      builder.set(hashable, entry, isMerged: number < merged)
    }
    return builder.mapping
  }
}
