/// A dictionary key by Python's equality: `1`, `1.0` and `True` are one key, `"1"` is another, and text is compared by
/// code point.
enum PythonKey: Hashable {
  case null
  case int(YAMLInteger)
  case float(Double)
  /// `.nan`, which is one object to PyYAML and so equal to itself as a key.
  case nan
  case string([UInt8])
  case binary([UInt8])
  case timestamp(String)
  /// A time with an offset from UTC, in microseconds of UTC: `12:00Z` is `13:00+01:00`.
  case instant(Int)
  /// Not hashable in Python, so never a key.
  case collection

  init(_ node: YAMLNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .int(.small(flag ? 1 : 0))
    case .int(let number): self = .int(number)
    case .float(let number):
      if number.isNaN {
        self = .nan
      } else {
        self = YAMLInteger(exactly: number).map { .int($0) } ?? .float(number)
      }
    case .string(let text): self = .string(Array(text.utf8))
    case .binary(let data): self = .binary(data)
    case .timestamp(let iso):
      self = YAMLTimestamp(iso.utf8)?.instant.map { .instant($0) } ?? .timestamp(iso)
    case .sequence, .mapping, .set: self = .collection
    }
  }
}
