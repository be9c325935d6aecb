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
      open("[")
      for index in items.indices {
        separate(index, depth: depth + 1)
        write(items[index], depth: depth + 1)
      }
      close("]", isEmpty: items.isEmpty, depth: depth)
    case .object(let members):
      open("{")
      for index in members.indices {
        separate(index, depth: depth + 1)
        writeString(members[index].name)
        output.append(UInt8(ascii: ":"))
        if case .pretty = layout { output.append(UInt8(ascii: " ")) }
        write(members[index].value, depth: depth + 1)
      }
      close("}", isEmpty: members.isEmpty, depth: depth)
    }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    output.append(UInt8(ascii: bracket))
  }

  /// What goes before the item with this index.
  private mutating func separate(_ index: Int, depth: Int) {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    breakLine(depth: depth)
  }

  private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool, depth: Int) {
    if !isEmpty { breakLine(depth: depth) }
    output.append(UInt8(ascii: bracket))
  }

  private mutating func breakLine(depth: Int) {
    guard case .pretty = layout else { return }
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * depth) { output.append(UInt8(ascii: " ")) }
  }

  private mutating func writeString(_ text: String) {
    output.append(UInt8(ascii: "\""))
    // Most text needs no escape, and is then taken over at once.
    let isPlain = text.withBytes { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
    if isPlain { append(text) } else { writeEscaped(text) }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      // What drives a terminal or turns the order of text round is safe to show this way, and still the same value.
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{206F}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: output.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  private mutating func append(_ text: String) {
    text.withBytes { output.append(contentsOf: $0) }
  }
}
