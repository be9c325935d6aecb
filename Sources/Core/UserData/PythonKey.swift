/// A dictionary key by Python's equality: `1`, `1.0` and `True` are one key, `"1"` is another, and text is compared by
/// code point.
enum PythonKey: Hashable {
  case null
  case int(YAMLInteger)
  case float(Double)
  /// `.nan`, which is one object to PyYAML and so equal to itself as a key.
  case nan
  case string(CodePoints)
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
    case .string(let text): self = .string(CodePoints(text: text))
    case .binary(let data): self = .binary(data)
    case .timestamp(let iso):
      self = YAMLTimestamp(iso.utf8)?.instant.map { .instant($0) } ?? .timestamp(iso)
    case .sequence, .mapping, .set: self = .collection
    }
  }
}

extension PythonKey {
  /// Text compared by code point, which for UTF-8 is by byte; Swift's own equality takes `é` for `e` and an accent.
  struct CodePoints: Hashable {
    let text: String

    static func == (left: CodePoints, right: CodePoints) -> Bool { left.text.hasBytes(of: right.text) }

    func hash(into hasher: inout Hasher) {
      text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(0xFF as UInt8)
    }
  }
}
