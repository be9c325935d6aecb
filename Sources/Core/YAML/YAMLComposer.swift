/// Builds documents from the parser's events, as PyYAML's Composer and SafeConstructor do together.
///
/// An alias shares the value of its anchor, and counts towards the limits as often as it stands for it: `&a [x, x]`
/// with two `*a` is nine nodes. So a document that is within the limits stays so when aliases are expanded.
struct YAMLComposer: ~Copyable {
  /// A node, and what a parent needs to know of it.
  struct Composed {
    let node: YAMLNode
    /// How it was tagged, or what its text implied.
    let tag: YAMLTag
    /// Nodes in it, itself and aliases counted.
    let count: Int
    /// 0 for a scalar.
    let height: Int
  }

  private struct Anchor {
    let position: Position
    /// Nil while the node is being composed.
    var target: Composed?
  }

  private var parser: YAMLParser
  private var blockScalars: ArraySlice<YAMLDialect.BlockScalar>
  private var anchors: [String: Anchor] = [:]
  private var count = 0

  init(_ text: [UInt8], dialect: YAMLDialect) throws(YAMLFault) {
    parser = try YAMLParser(text, dialect: dialect)
    blockScalars = dialect.blockScalars[...]
  }

  /// Where the next document starts; nil at the end of the stream.
  mutating func nextDocument() throws(YAMLFault) -> Position? {
    let opening = try parser.next()
    guard case .documentStart = opening.kind else { return nil }
    return opening.start
  }

  /// The document that ``nextDocument()`` came to.
  mutating func document() throws(YAMLFault) -> YAMLNode {
    anchors = [:]
    count = 0
    let node = try value(parser.next(), depth: 0).node
    _ = try parser.next()
    return node
  }

  /// A node where a value is wanted: a bare `<<` or `=` has none.
  private mutating func value(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> Composed {
    let composed = try compose(event, depth: depth)
    switch composed.tag {
    case .type(.merge): throw YAMLFault(.specialValue("<<"), at: event.start)
    case .type(.value): throw YAMLFault(.specialValue("="), at: event.start)
    case .type, .unknown: return composed
    }
  }

  private mutating func compose(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> Composed {
    switch event.kind {
    case .alias(let name): return try alias(name, at: event.start, depth: depth)
    case .scalar(let properties, let text, let style):
      try open(properties, at: event.start)
      let style = placed(style)
      let tag = properties.tag ?? .type(YAMLResolver.type(of: text))
      let value = try scalar(text, tag, at: event.start)
      let written: String? = if case .string = value { nil } else { text }
      let node = YAMLNode(value: value, start: event.start, end: event.end, style: style, written: written)
      return close(properties, Composed(node: node, tag: tag, count: 1, height: 0))
    case .sequenceStart(let properties, let style):
      try open(properties, at: event.start)
      return try sequence(properties, event, style: style, depth: depth + 1)
    case .mappingStart(let properties, let style):
      try open(properties, at: event.start)
      return try mapping(properties, event, style: style, depth: depth + 1)
    case .streamEnd, .documentStart, .documentEnd, .collectionEnd:
      throw YAMLFault(.syntax(.noContent), at: event.start)
    }
  }

  private func scalar(_ text: String, _ tag: YAMLTag, at position: Position) throws(YAMLFault) -> YAMLValue {
    guard case .type(let type) = tag else { throw YAMLFault(.unknownTag(tag.written), at: position) }
    do {
      return try YAMLScalarValue.value(of: text, as: type)
    } catch {
      throw YAMLFault(error, at: position)
    }
  }

  private mutating func sequence(
    _ properties: YAMLProperties, _ event: YAMLEvent, style: YAMLStyle, depth: Int
  ) throws(YAMLFault) -> Composed {
    try checkDepth(depth, at: event.start)
    let tag = properties.tag ?? .type(.sequence)
    let before = count - 1
    var items: [YAMLNode] = []
    var height = 0
    var next = try parser.next()
    while !next.isCollectionEnd {
      let item = try value(next, depth: depth)
      items.append(item.node)
      height = max(height, item.height)
      next = try parser.next()
    }
    let value: YAMLValue
    do {
      value = try YAMLCollection.value(of: items, tagged: tag)
    } catch {
      throw YAMLFault(error, at: event.start)
    }
    let node = YAMLNode(value: value, start: event.start, end: next.end, style: style)
    return close(properties, Composed(node: node, tag: tag, count: count - before, height: height + 1))
  }

  private mutating func mapping(
    _ properties: YAMLProperties, _ event: YAMLEvent, style: YAMLStyle, depth: Int
  ) throws(YAMLFault) -> Composed {
    try checkDepth(depth, at: event.start)
    let tag = properties.tag ?? .type(.mapping)
    let before = count - 1
    var builder = YAMLMappingBuilder()
    var height = 0
    var next = try parser.next()
    while !next.isCollectionEnd {
      let key = try compose(next, depth: depth)
      let value = try value(parser.next(), depth: depth)
      try builder.add(key, value.node)
      height = max(height, key.height, value.height)
      next = try parser.next()
    }
    let value: YAMLValue
    do {
      value = try YAMLCollection.value(of: builder.mapping(), tagged: tag)
    } catch {
      throw YAMLFault(error, at: event.start)
    }
    let node = YAMLNode(value: value, start: event.start, end: next.end, style: style)
    return close(properties, Composed(node: node, tag: tag, count: count - before, height: height + 1))
  }

  private mutating func alias(_ name: String, at position: Position, depth: Int) throws(YAMLFault) -> Composed {
    guard let anchor = anchors[name] else { throw YAMLFault(.undefinedAlias, at: position) }
    guard let target = anchor.target else { throw YAMLFault(.recursiveAlias, at: position) }
    try checkDepth(depth + target.height, at: position)
    try countNodes(target.count, at: position)
    // A bare `=` that came this far was a key, and is text from there on.
    guard target.tag == .type(.value) else { return target }
    return Composed(node: target.node, tag: .type(.string), count: target.count, height: target.height)
  }

  private mutating func open(_ properties: YAMLProperties, at position: Position) throws(YAMLFault) {
    try countNodes(1, at: position)
    guard let anchor = properties.anchor else { return }
    if let first = anchors[anchor] {
      let lines = position.line - first.position.line
      throw YAMLFault(.duplicateAnchor(linesAbove: lines), at: position)
    }
    anchors[anchor] = Anchor(position: position, target: nil)
  }

  private mutating func close(_ properties: YAMLProperties, _ composed: Composed) -> Composed {
    if let anchor = properties.anchor { anchors[anchor]?.target = composed }
    return composed
  }

  private mutating func countNodes(_ more: Int, at position: Position) throws(YAMLFault) {
    count += more
    guard count <= Limits.yamlNodes else { throw YAMLFault(.tooManyNodes, at: position) }
  }

  private func checkDepth(_ depth: Int, at position: Position) throws(YAMLFault) {
    guard depth <= Limits.yamlDepth else { throw YAMLFault(.tooDeep, at: position) }
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
