extension YAMLNode {
  /// What a string is.
  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// Whether Python takes the value for true: nothing, zero and whatever is empty are false.
  var isTrue: Bool {
    switch value {
    case .null: false
    case .bool(let flag): flag
    case .int(let number): number != .small(0)
    case .float(let number): number != 0
    case .string(let text): !text.utf8.isEmpty
    case .binary(let data): !data.isEmpty
    case .timestamp: true
    case .sequence(let items), .set(let items): !items.isEmpty
    case .mapping(let mapping): !mapping.entries.isEmpty
    }
  }

  /// Whether a number was written as a decimal one: `755` and not `01363`, `0x2f3`, `12:35`, whose digits are others.
  func isDecimal(_ number: Int) -> Bool { written?.hasBytes(of: String(number)) ?? false }

  /// The value in a sentence: quoted text, a number, or else its kind.
  var shown: String {
    switch value {
    case .string(let text): Printable.quote(text)
    case .int(let number): Printable.escape(String(number.description.prefix(20)))
    case .float(let number): PythonFloat.repr(number)
    case .null, .bool, .binary, .timestamp, .sequence, .mapping, .set: kind
    }
  }
}
