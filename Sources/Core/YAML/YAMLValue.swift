/// What YAML 1.1 text becomes in Python: the types of `yaml.SafeLoader` (PyYAML 6.0).
package enum YAMLValue: Sendable {
  case null
  case bool(Bool)
  case int(YAMLInteger)
  case float(Double)
  case string(String)
  /// `!!binary`, decoded.
  case binary([UInt8])
  /// A date or date-time, in Python's `isoformat()`.
  case timestamp(String)
  case sequence([YAMLNode])
  /// Pairs in the order Python's dict keeps; keys unique by Python's equality.
  case mapping(YAMLMapping)
  /// `!!set`: its keys in order.
  case set([YAMLNode])
}

/// A mapping after merge keys (`<<`) and duplicates were resolved, as Python's dict would hold it.
package struct YAMLMapping: Sendable {
  package struct Entry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  package let entries: [Entry]
  /// Entries as written that a later one with an equal key replaced.
  package let shadowed: [Entry]

  package init(entries: [Entry], shadowed: [Entry] = []) {
    self.entries = entries
    self.shadowed = shadowed
  }

  /// The entry whose key is this string.
  package func entry(_ key: String) -> Entry? {
    entries.first {
      if case .string(let name) = $0.key.value { name.hasBytes(of: key) } else { false }
    }
  }

  package subscript(key: String) -> YAMLNode? { entry(key)?.value }
}

/// An integer of any size, as Python's `int`.
package enum YAMLInteger: Hashable, Sendable, CustomStringConvertible {
  case small(Int)
  /// Beyond 64 bits: decimal digits, with `-` before a negative one.
  case big(String)

  package var description: String {
    switch self {
    case .small(let number): String(number)
    case .big(let digits): digits
    }
  }
}
