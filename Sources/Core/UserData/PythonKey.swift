/// A dictionary key by Python's equality: `1`, `1.0` and `True` are one key, `"1"` is another, and text is compared by
/// code point.
enum PythonKey: Hashable {
  case null
  case int(YAMLInteger)
  case float(Double)
  case string([UInt8])
  case binary([UInt8])
  case timestamp(String)
  /// Not hashable in Python, so never a key.
  case collection

  init(_ node: YAMLNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .int(.small(flag ? 1 : 0))
    case .int(let number): self = .int(number)
    case .float(let number):
      if let whole = Int(exactly: number) { self = .int(.small(whole)) } else { self = .float(number) }
    case .string(let text): self = .string(Array(text.utf8))
    case .binary(let data): self = .binary(data)
    case .timestamp(let iso): self = .timestamp(iso)
    case .sequence, .mapping, .set: self = .collection
    }
  }
}
