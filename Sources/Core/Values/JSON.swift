/// A JSON value (RFC 8259): what reports and state files are made of.
///
/// An object keeps its members in the order they were given or read, so that the same value always renders to the same
/// bytes.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number with a fraction or an exponent, or one beyond 64 bits.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral items: JSON...) {
    self = .array(items)
  }

  package init(stringLiteral text: String) {
    self = .string(text)
  }

  package init(integerLiteral number: Int) {
    self = .integer(number)
  }

  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension JSON {
  /// A string, or null where there is none.
  package init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// An integer, or null where there is none.
  package init(_ number: Int?) {
    self = number.map { .integer($0) } ?? .null
  }

  /// The member of an object; nil where there is none, or where this is no object. Names are compared code point by
  /// code point.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.hasBytes(of: name) }?.value
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// A number of either kind.
  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }

  package var array: [JSON]? {
    if case .array(let items) = self { items } else { nil }
  }
}
