/// Builds a document's graph from the parser's events, as PyYAML's Composer does.
///
/// An alias shares the node of its anchor, and counts towards the limits as often as it stands for it: `&a [x, x]` with
/// two `*a` is nine nodes. So a document that is within the limits stays so when aliases are expanded.
/// Unlike PyYAML this refuses an alias inside its own anchor, which no value type can hold.
struct YAMLComposer: ~Copyable {
  private struct Anchor {
    let position: Position
    /// Nil while the node is being composed.
    var target: Target?
  }

  private struct Target {
    let node: Int
    /// Nodes in it, itself and aliases counted.
    let count: Int
    /// 0 for a scalar.
    let height: Int
  }

  private var parser: YAMLParser
  private var blockScalars: ArraySlice<YAMLDialect.BlockScalar>
  private var graph = YAMLGraph()
  private var anchors: [String: Anchor] = [:]
  private var count = 0

  init(_ text: [UInt8], dialect: YAMLDialect) throws(YAMLFault) {
    parser = try YAMLParser(text, edits: dialect.edits)
    blockScalars = dialect.blockScalars[...]
  }

  /// The next document of the stream, and where it starts; nil at the end.
  mutating func document() throws(YAMLFault) -> (YAMLGraph, Position)? {
    let opening = try parser.next()
    guard case .documentStart = opening.kind else { return nil }
    graph = YAMLGraph()
    anchors = [:]
    count = 0
    graph.root = try node(parser.next(), depth: 0).node
    _ = try parser.next()
    let document = graph
    graph = YAMLGraph()
    return (document, opening.start)
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> Target {
    switch event.kind {
    case .alias(let name): return try alias(name, at: event.start, depth: depth)
    case .scalar(let properties, let text, let style):
      try open(properties.anchor, at: event.start)
      try countNodes(1, at: event.start)
      let tag = properties.tag ?? YAMLResolver.tag(of: text)
      let added = add(tag, .scalar(text), event, end: event.end, style: placed(style))
      return close(properties.anchor, Target(node: added, count: 1, height: 0))
    case .sequenceStart(let properties, let style):
      return try sequence(properties, event, style: style, depth: depth)
    case .mappingStart(let properties, let style):
      return try mapping(properties, event, style: style, depth: depth)
    case .streamEnd, .documentStart, .documentEnd, .collectionEnd:
      throw YAMLFault(.syntax(.noContent), at: event.start)
    }
  }

  private mutating func sequence(
    _ properties: YAMLProperties, _ event: YAMLEvent, style: YAMLStyle, depth: Int
  ) throws(YAMLFault) -> Target {
    try open(properties.anchor, at: event.start)
    try checkDepth(depth + 1, at: event.start)
    let before = count
    try countNodes(1, at: event.start)
    var items: [Int] = []
    var height = 0
    var next = try parser.next()
    while !next.isCollectionEnd {
      let item = try node(next, depth: depth + 1)
      items.append(item.node)
      height = max(height, item.height)
      next = try parser.next()
    }
    let added = add(properties.tag ?? .type(.sequence), .sequence(items), event, end: next.end, style: style)
    return close(properties.anchor, Target(node: added, count: count - before, height: height + 1))
  }

  private mutating func mapping(
    _ properties: YAMLProperties, _ event: YAMLEvent, style: YAMLStyle, depth: Int
  ) throws(YAMLFault) -> Target {
    try open(properties.anchor, at: event.start)
    try checkDepth(depth + 1, at: event.start)
    let before = count
    try countNodes(1, at: event.start)
    var pairs: [YAMLGraph.Pair] = []
    var height = 0
    var next = try parser.next()
    while !next.isCollectionEnd {
      let key = try node(next, depth: depth + 1)
      let value = try node(parser.next(), depth: depth + 1)
      pairs.append(YAMLGraph.Pair(key: key.node, value: value.node))
      height = max(height, key.height, value.height)
      next = try parser.next()
    }
    let added = add(properties.tag ?? .type(.mapping), .mapping(pairs, merged: 0), event, end: next.end, style: style)
    return close(properties.anchor, Target(node: added, count: count - before, height: height + 1))
  }

  private mutating func alias(_ name: String, at position: Position, depth: Int) throws(YAMLFault) -> Target {
    guard let anchor = anchors[name] else { throw YAMLFault(.undefinedAlias(name), at: position) }
    guard let target = anchor.target else { throw YAMLFault(.recursiveAlias(name), at: position) }
    try checkDepth(depth + target.height, at: position)
    try countNodes(target.count, at: position)
    graph.shared.insert(target.node)
    return target
  }

  private mutating func open(_ anchor: String?, at position: Position) throws(YAMLFault) {
    guard let anchor else { return }
    if let first = anchors[anchor] { throw YAMLFault(.duplicateAnchor(anchor, first: first.position), at: position) }
    anchors[anchor] = Anchor(position: position, target: nil)
  }

  private mutating func close(_ anchor: String?, _ target: Target) -> Target {
    if let anchor { anchors[anchor]?.target = target }
    return target
  }

  private mutating func countNodes(_ more: Int, at position: Position) throws(YAMLFault) {
    count += more
    guard count <= Limits.yamlNodes else { throw YAMLFault(.tooManyNodes, at: position) }
  }

  private func checkDepth(_ depth: Int, at position: Position) throws(YAMLFault) {
    guard depth <= Limits.yamlDepth else { throw YAMLFault(.tooDeep, at: position) }
  }

  private mutating func add(
    _ tag: YAMLTag, _ content: YAMLGraph.Content, _ event: YAMLEvent, end: Position, style: YAMLStyle
  ) -> Int {
    graph.nodes.append(YAMLGraph.Node(tag: tag, content: content, start: event.start, end: end, style: style))
    return graph.nodes.count - 1
  }

  /// The style with the place of a block scalar's text, which the dialect's pass found.
  private mutating func placed(_ style: YAMLEvent.ScalarStyle) -> YAMLStyle {
    switch style {
    case .plain: return .plain
    case .singleQuoted: return .singleQuoted
    case .doubleQuoted: return .doubleQuoted
    case .literal:
      let place = blockScalars.popFirst()
      return .literal(firstLine: place?.firstLine ?? 0, indent: place?.indent ?? 0)
    case .folded:
      _ = blockScalars.popFirst()
      return .folded
    }
  }
}
