extension JSON {
  package enum Layout: Sendable {
    /// No white space at all.
    case compact
    /// One member or item a line, two spaces a level; a newline at the end.
    case pretty
  }

  /// The value as UTF-8 text.
  ///
  /// `"`, `\`, control characters, and U+2028 and U+2029 (line ends to JavaScript and to some log readers) are escaped;
  /// everything else stands as it is. A number that JSON cannot write (infinity, NaN) is `null`, as in JavaScript.
  package func bytes(_ layout: Layout) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, depth: 0)
    if case .pretty = layout { writer.output.append(UInt8(ascii: "\n")) }
    return writer.output
  }
}

private struct JSONWriter {
  let layout: JSON.Layout
  var output: [UInt8] = []

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let number): append(String(number))
    case .number(let number): append(number.isFinite ? number.description : "null")
    case .string(let text): writeString(text)
    case .array(let items):
      writeList("[", "]", items, depth: depth) { writer, item in writer.write(item, depth: depth + 1) }
    case .object(let members):
      writeList("{", "}", members, depth: depth) { writer, member in
        writer.writeString(member.name)
        writer.append(writer.layout == .pretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ open: StaticString, _ close: StaticString, _ items: [Item], depth: Int,
    each: (inout JSONWriter, Item) -> Void
  ) {
    append(open.description)
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      breakLine(depth: depth + 1)
      each(&self, item)
    }
    if !items.isEmpty { breakLine(depth: depth) }
    append(close.description)
  }

  private mutating func breakLine(depth: Int) {
    guard case .pretty = layout else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func writeString(_ text: String) {
    append("\"")
    // Most text needs no escape, and is then taken over at once.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      append(text)
      return append("\"")
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: output.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    append("\"")
  }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}
