extension YAMLNode {
  /// The value after cloud-init wrote it to `cloud-config.txt` and read it again: `yaml.dump` sorts the keys of each
  /// mapping, where Python can compare them with each other.
  ///
  /// `{b: 1, a: 2}` becomes `{a: 2, b: 1}`; `{b: 1, 5: 2}` stays.
  var reloaded: YAMLNode {
    let value: YAMLValue
    switch self.value {
    case .sequence(let items): value = .sequence(items.map(\.reloaded))
    case .mapping(let mapping):
      let entries = mapping.entries.map { YAMLMapping.Entry(key: $0.key, value: $0.value.reloaded) }
      value = .mapping(YAMLMapping(entries: PythonOrder.sorted(entries, by: \.key)))
    case .set(let items): value = .set(PythonOrder.sorted(items, by: \.self))
    case .null, .bool, .int, .float, .string, .binary, .timestamp: return self
    }
    return YAMLNode(value: value, start: start, end: end, style: style, written: written)
  }
}
