/// The `write_files` entries that cloud-init writes itself: those that are left after its merge, and are not behind one
/// that ends its run.
package struct Survivors: Sendable {
  private var entries: Set<MergedMapping.Source> = []

  /// `value` is the merged `write_files`; cloud-init writes nothing where that is no list.
  init(_ value: MergedValue?) {
    guard let items = value?.items else { return }
    let written = WriteFilesRun.written(items.map(\.node))
    for (index, item) in items.enumerated() where written.contains(index) {
      if let source = Self.source(of: item) { entries.insert(source) }
    }
  }

  /// Whether the entry that starts at `position` of the part with this index is written by cloud-init.
  package func contains(part: Int, entry position: Position) -> Bool {
    entries.contains(MergedMapping.Source(part: part, position: position))
  }

  /// An entry that was put together from several counts as the one that its path and its content are of.
  private static func source(of item: MergedValue) -> MergedMapping.Source? {
    switch item {
    case .written(let written): return MergedMapping.Source(part: written.part, position: written.node.start)
    case .mapping(let mapping):
      guard let source = mapping["path"]?.source else { return nil }
      if let content = mapping["content"], content.source != source { return nil }
      return source
    case .list, .text: return nil
    }
  }
}
