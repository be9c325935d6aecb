extension YAMLGraph {
  /// Puts the pairs of merge keys (`<<`) in front of a mapping's own, as PyYAML's `flatten_mapping` does; lets `=` as a key
  /// be text. Nothing happens to other nodes.
  ///
  /// `{a: 1, <<: [{a: 2, b: 2}, {b: 3}]}` becomes `{b: 3, a: 2, b: 2, a: 1}`, of which the last of equal keys wins.
  mutating func flatten(_ index: Int) throws(YAMLFault) {
    guard case .mapping(let pairs, let alreadyMerged) = nodes[index].content else { return }
    var own: [Pair] = []
    var merged: [Pair] = []
    own.reserveCapacity(pairs.count)
    for pair in pairs {
      switch nodes[pair.key].tag {
      case .type(.merge): merged += try mergedPairs(pair.value)
      case .type(.value):
        nodes[pair.key].tag = .type(.string)
        own.append(pair)
      default: own.append(pair)
      }
    }
    if own.count < pairs.count {
      nodes[index].content = .mapping(merged + own, merged: merged.count + alreadyMerged)
    }
  }

  /// Of a list, the first mapping's come last, so that they win.
  private mutating func mergedPairs(_ source: Int) throws(YAMLFault) -> [Pair] {
    switch nodes[source].content {
    case .mapping: return try flattenedPairs(source)
    case .sequence(let items):
      var lists: [[Pair]] = []
      for item in items { lists.append(try flattenedPairs(item)) }
      return lists.reversed().flatMap { $0 }
    case .scalar:
      throw YAMLFault(.mergeOf(nodes[source].kind), at: nodes[source].start)
    }
  }

  private mutating func flattenedPairs(_ index: Int) throws(YAMLFault) -> [Pair] {
    try flatten(index)
    guard case .mapping(let pairs, _) = nodes[index].content else {
      throw YAMLFault(.mergeOf(nodes[index].kind), at: nodes[index].start)
    }
    return pairs
  }
}
