/// `str()` and `repr()` of the Python value that a YAML node is to cloud-init, written to a bounded buffer.
///
/// ```
/// [a, {b: yes}, 0755]   ->   ['a', {'b': True}, 493]
/// ```
struct PythonRepr {
  enum Fault: Swift.Error, Hashable, Sendable {
    /// More than the bytes allowed: a few aliases can stand for gigabytes.
    case tooLong
    /// Python refuses to print an integer of more than 4,300 digits.
    case tooManyDigits
  }

  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// `str(value)`.
  static func str(_ node: YAMLNode, limit: Int) throws(Fault) -> [UInt8] {
    switch node.value {
    case .string(let text):
      guard text.utf8.count <= limit else { throw .tooLong }
      return Array(text.utf8)
    case .timestamp(let iso):
      return Array(PythonDate.str(iso).utf8)
    case .null, .bool, .int, .float, .binary, .sequence, .mapping, .set:
      var repr = PythonRepr(limit: limit)
      try repr.append(node)
      return repr.bytes
    }
  }

  /// Recursion ends at ``Limits/yamlDepth``, which the parser keeps.
  private mutating func append(_ node: YAMLNode) throws(Fault) {
    switch node.value {
    case .null: try append("None")
    case .bool(let flag): try append(flag ? "True" : "False")
    case .int(let number): try append(digits(number))
    case .float(let number): try append(PythonFloat.repr(number))
    case .string(let text): try append(PythonQuote.text(text))
    case .binary(let data): try append(PythonQuote.bytes(data))
    case .timestamp(let iso): try append(PythonDate.repr(iso))
    case .sequence(let items): try append(items, between: "[", "]")
    case .set(let items) where items.isEmpty: try append("set()")
    case .set(let items): try append(items, between: "{", "}")
    case .mapping(let mapping): try append(mapping)
    }
  }

  private mutating func append(_ items: [YAMLNode], between open: String, _ close: String) throws(Fault) {
    try append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { try append(", ") }
      try append(item)
    }
    try append(close)
  }

  private mutating func append(_ mapping: YAMLMapping) throws(Fault) {
    try append("{")
    for (index, entry) in mapping.entries.enumerated() {
      if index > 0 { try append(", ") }
      try append(entry.key)
      try append(": ")
      try append(entry.value)
    }
    try append("}")
  }

  private mutating func append(_ text: String) throws(Fault) {
    guard bytes.count + text.utf8.count <= limit else { throw .tooLong }
    bytes.append(contentsOf: text.utf8)
  }

  private func digits(_ number: YAMLInteger) throws(Fault) -> String {
    let text = number.description
    let sign = text.utf8.first == UInt8(ascii: "-") ? 1 : 0
    guard text.utf8.count - sign <= 4300 else { throw .tooManyDigits }
    return text
  }
}
