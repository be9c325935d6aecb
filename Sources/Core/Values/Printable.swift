/// Text from input made safe to show: in a report line, a journal field, a terminal.
package enum Printable {
  /// Control characters, line and paragraph separators, bidirectional and other invisible controls (annotations, tags) and the
  /// noncharacters that XML and YAML refuse become `\n`, `\t` or `\u{...}`; everything else stays. The result is one line and holds no terminal escape.
  package static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// `escape` between double quotes, for a value inside a sentence; cut at 80 scalars, with the cut shown.
  package static func quote(_ text: String) -> String {
    let limit = 80
    let scalars = text.unicodeScalars
    if scalars.count <= limit { return "\"\(escape(text))\"" }
    return "\"\(escape(String(String.UnicodeScalarView(scalars.prefix(limit)))))...\""
  }

  /// `byte 0xE9`.
  static func hex(_ byte: UInt8) -> String {
    "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case _ where isUnsafe(scalar): text += "\\u{\(String(scalar.value, radix: 16))}"
    default: text.unicodeScalars.append(scalar)
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xFFFE...0xFFFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
