extension Merger {
  mutating func merge(_ old: [MergedValue], _ new: PartNode) throws(MergeProblem) -> Outcome {
    guard let options = strategy.lists else { return .old }
    switch options.listMethod {
    case .append:
      let items = try iterated(new)
      try spend(old.count + items.count)
      return .combined(.list(old + items))
    case .prepend:
      let items = try iterated(new)
      try spend(old.count + items.count)
      return .combined(.list(items + old))
    case .keep:
      guard case .mapping(let mapping) = new.node.value else { return .old }
      return try keep(old, mapping)
    case .replace:
      guard case .sequence(let items) = new.node.value else { return .new }
      return try replace(old, items, part: new.part, options)
    }
  }

  /// What Python's `list.extend` takes from a value: items, keys, or characters.
  private mutating func iterated(_ new: PartNode) throws(MergeProblem) -> [MergedValue] {
    switch new.node.value {
    case .sequence(let items): return items.map { .written(PartNode(part: new.part, node: $0)) }
    case .mapping(let mapping):
      return mapping.entries.map { .written(PartNode(part: new.part, node: $0.key)) }
    case .string(let text):
      try spend(text.utf8.count)
      return text.unicodeScalars.map { .text(String($0)) }
    case .null, .bool, .int, .float, .binary, .timestamp, .set:
      preconditionFailure("mergers recurse into lists, mappings and text only")
    }
  }

  /// Nothing changes, but Python looks up each index in the mapping, and a missing one drops the part.
  private func keep(_ old: [MergedValue], _ new: YAMLMapping) throws(MergeProblem) -> Outcome {
    let keys = Set(new.entries.map { PythonKey($0.key) })
    for index in 0..<min(old.count, new.entries.count) where !keys.contains(.int(.small(index))) {
      throw .mappingForList
    }
    return .old
  }

  private mutating func replace(
    _ old: [MergedValue], _ new: [YAMLNode], part: Int, _ options: MergeStrategy.Options
  ) throws(MergeProblem) -> Outcome {
    try spend(old.count)
    var merged = old
    for (index, node) in new.prefix(old.count).enumerated() {
      let item = PartNode(part: part, node: node)
      switch try mergeSameIndex(old[index], item, options) {
      case .old: continue
      case .new: merged[index] = .written(item)
      case .combined(let both): merged[index] = both
      }
    }
    return .combined(.list(merged))
  }

  private mutating func mergeSameIndex(
    _ old: MergedValue, _ new: PartNode, _ options: MergeStrategy.Options
  ) throws(MergeProblem) -> Outcome {
    switch new.node.value {
    case .sequence: options.contains(.recurseList) ? try merge(old, new) : .new
    case .string: options.contains(.recurseText) ? try merge(old, new) : .new
    case .mapping: options.contains(.recurseMapping) ? try merge(old, new) : .new
    case .null, .bool, .int, .float, .binary, .timestamp, .set: .new
    }
  }
}
