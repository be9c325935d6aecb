/// A value of a cloud-config as JSON, with a tag for each type that JSON has none for.
///
/// ```
/// 5  ->  {"!int": "5"}        b"hi"       ->  {"!binary": "aGk="}     {a: 1}  ->  {"!map": [["a", {"!int": "1"}]]}
/// .5 ->  {"!float": "0.5"}    2024-01-01  ->  {"!timestamp": "2024-01-01"}        !!set {a}  ->  {"!set": ["a"]}
/// ```
enum PythonJSON {
  /// Nil where the value has more than ``Limits/explainedBytes``, aliases expanded.
  static func json(_ node: YAMLNode) -> JSON? {
    var rest = Limits.explainedBytes
    return json(node, &rest)
  }

  private static func json(_ node: YAMLNode, _ rest: inout Int) -> JSON? {
    rest -= 16
    switch node.value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return tagged("!int", number.description, &rest)
    case .float(let number): return tagged("!float", PythonFloat.repr(number), &rest)
    case .string(let text):
      rest -= text.utf8.count
      return rest > 0 ? .string(text) : nil
    case .binary(let data): return tagged("!binary", String(decoding: Base64.encode(data), as: UTF8.self), &rest)
    case .timestamp(let iso): return tagged("!timestamp", iso, &rest)
    case .sequence(let items): return json(items, &rest).map { .array($0) }
    case .set(let items): return json(items, &rest).map { ["!set": .array($0)] }
    case .mapping(let mapping):
      var pairs: [JSON] = []
      for entry in mapping.entries {
        guard let key = json(entry.key, &rest), let value = json(entry.value, &rest) else { return nil }
        pairs.append([key, value])
      }
      return rest > 0 ? ["!map": .array(pairs)] : nil
    }
  }

  private static func json(_ items: [YAMLNode], _ rest: inout Int) -> [JSON]? {
    var values: [JSON] = []
    for item in items {
      guard let value = json(item, &rest) else { return nil }
      values.append(value)
    }
    return rest > 0 ? values : nil
  }

  private static func tagged(_ tag: String, _ text: String, _ rest: inout Int) -> JSON? {
    rest -= text.utf8.count
    return rest > 0 ? .object([JSON.Member(tag, .string(text))]) : nil
  }
}
