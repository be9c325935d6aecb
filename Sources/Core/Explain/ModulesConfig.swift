/// The configuration that cloud-init's modules get: what `cloud-config.txt` holds, merged once more, now onto nothing.
enum ModulesConfig {
  case config(YAMLMapping)
  /// A `merge_how` or `merge_type` that was left in it has no merger for mappings: all of it is lost.
  case lost
  /// Mergers that cannot be read: every stage from here on fails.
  case unusable(MergeProblem)

  init(_ root: YAMLMapping) {
    do throws(MergeProblem) {
      let strategy = try MergeStrategy.of(root, header: nil)
      let consumed = MergeStrategy.consumedKeys(of: root)
      let entries = root.entries.filter { entry in
        !consumed.contains { name in entry.key.text.map { $0.hasBytes(of: name) } ?? false }
      }
      self = strategy.mappings == nil ? .lost : .config(YAMLMapping(entries: entries))
    } catch {
      self = .unusable(error)
    }
  }
}
