extension PythonText {
  /// What Python's `str.isspace` holds for: Unicode white space and the four ASCII separators.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Python's `str.strip()`.
  package static func stripped(_ text: String) -> String {
    // Most text has nothing to strip, which two bytes tell: a character beyond ASCII may be white space, a visible one is not.
    if let first = text.utf8.first, let last = text.utf8.last, isVisible(first), isVisible(last) { return text }
    let tail = strippedAtEnd(text).unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(tail))
  }

  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Python's `str.lstrip()`; a byte that is not UTF-8 is no white space.
  static func strippedAtStart(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text
    var bytes = text.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&bytes), isSpace(scalar) {
      rest = rest.dropFirst(scalar.utf8.count)
    }
    return Array(rest)
  }

  /// Python's `str.rstrip()`.
  package static func strippedAtEnd(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
