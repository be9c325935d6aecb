/// Text as a double-quoted scalar, with no escape that JSON does not know, so that a manifest in JSON stays JSON.
///
/// `a\r\n b` is `"a\r\n b"`.
enum DoubleQuoted {
  /// `text` is UTF-8. Where there is a `margin`, each line of the text is one of the scalar, behind a line end and that
  /// margin, which JSON does not know.
  static func scalar(_ text: [UInt8], margin: [UInt8]? = nil) -> [UInt8] {
    var scalar = [UInt8(ascii: "\"")]
    scalar.reserveCapacity(text.count + text.count / 16 + 2)
    var at = 0
    while at < text.count {
      let byte = text[at]
      let length = YAMLEscapes.length(at: at, in: text)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        scalar += [UInt8(ascii: "\\"), byte]
      } else if length > 0 {
        scalar += escape(text[at..<at + length])
      } else {
        scalar.append(byte)
      }
      at += max(1, length)
      if byte == UInt8(ascii: "\n"), at < text.count, let margin {
        scalar.append(UInt8(ascii: "\\"))
        scalar += margin
        // A blank would count as margin.
        if text[at] == UInt8(ascii: " ") { scalar.append(UInt8(ascii: "\\")) }
      }
    }
    scalar.append(UInt8(ascii: "\""))
    return scalar
  }

  private static func escape(_ character: ArraySlice<UInt8>) -> [UInt8] {
    switch character.first {
    case UInt8(ascii: "\n"): return Array("\\n".utf8)
    case UInt8(ascii: "\r"): return Array("\\r".utf8)
    case UInt8(ascii: "\t"): return Array("\\t".utf8)
    case _:
      let value = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0
      let digits = String(value, radix: 16)
      return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
  }
}
