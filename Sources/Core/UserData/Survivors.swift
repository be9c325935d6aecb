/// The `write_files` entries that are left after cloud-init's merge: those that cloud-init writes itself.
package struct Survivors: Sendable {
  private var entries: Set<MergedMapping.Source> = []

  /// `value` is the merged `write_files`; cloud-init writes nothing where that is no list.
  init(_ value: MergedValue?) {
    switch value {
    case .written(let written):
      guard case .sequence(let items) = written.node.value else { return }
      for item in items { insert(.written(PartNode(part: written.part, node: item))) }
    case .list(let items):
      for item in items { insert(item) }
    case .mapping, .text, nil: break
    }
  }

  /// Whether the entry that starts at `position` of the part with this index is written by cloud-init.
  package func contains(part: Int, entry position: Position) -> Bool {
    entries.contains(MergedMapping.Source(part: part, position: position))
  }

  /// An entry that was put together from several counts as the one that its path and its content are of.
  private mutating func insert(_ item: MergedValue) {
    switch item {
    case .written(let written): entries.insert(.init(part: written.part, position: written.node.start))
    case .mapping(let mapping):
      guard let source = mapping["path"]?.source else { return }
      if let content = mapping["content"], content.source != source { return }
      entries.insert(source)
    case .list, .text: break
    }
  }
}
