/// The value of a list or mapping, its tag being known.
enum YAMLCollection {
  static func value(of items: [YAMLNode], tagged tag: YAMLTag) throws(YAMLProblem) -> YAMLValue {
    switch tag {
    case .type(.sequence): return .sequence(items)
    case .type(.omap), .type(.pairs): return .sequence(try items.map(pair))
    case .type: throw .tagOfOtherKind(tag: tag.written, found: "a list")
    case .unknown(let name): throw .unknownTag(name)
    }
  }

  static func value(of mapping: YAMLMapping, tagged tag: YAMLTag) throws(YAMLProblem) -> YAMLValue {
    switch tag {
    case .type(.mapping): return .mapping(mapping)
    case .type(.set): return .set(mapping.entries.map(\.key))
    case .type: throw .tagOfOtherKind(tag: tag.written, found: "a mapping")
    case .unknown(let name): throw .unknownTag(name)
    }
  }

  /// An item of `!!omap` or `!!pairs`, to Python a tuple of key and value, is given as a list of the two.
  private static func pair(_ item: YAMLNode) throws(YAMLProblem) -> YAMLNode {
    guard case .mapping(let mapping) = item.value, let only = mapping.entries.first,
      mapping.entries.count + mapping.shadowed.count == 1
    else { throw .notAPair(item.kind) }
    return YAMLNode(value: .sequence([only.key, only.value]), start: item.start, end: item.end, style: item.style)
  }
}
