/// Quoted-printable (RFC 2045, section 6.7), with the liberties of Python's `binascii.a2b_qp`.
enum QuotedPrintable {
  /// `caf=C3=A9 =\nau lait` becomes `café au lait`; a `=` that begins no escape stands for itself.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == equals else {
        content.append(byte)
        continue
      }
      guard let next = rest.first else { break }
      if next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
      } else if next == equals {
        content.append(equals)
        rest = rest.dropFirst()
      } else if rest.count >= 2, let high = ASCII.hexValue(next), let low = ASCII.hexValue(rest[rest.startIndex + 1]) {
        content.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        content.append(equals)
      }
    }
    return content
  }

  private static let equals = UInt8(ascii: "=")
}
