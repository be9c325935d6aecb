/// Text in a unit file, as systemd's `utf8_is_valid` has it.
enum UnitText {
  /// `bytes` as text; nil where they are not UTF-8 or hold a code point that Unicode set aside (U+FDD0 to U+FDEF,
  /// U+nFFFE, U+nFFFF), which systemd takes for invalid.
  static func decode(_ bytes: some Sequence<UInt8>) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(isValid) else {
      return nil
    }
    return text
  }

  static func isValid(_ scalar: Unicode.Scalar) -> Bool {
    !(0xFDD0...0xFDEF).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE
  }

  /// Whether two texts are the same bytes; `==` would take canonically equivalent ones for equal.
  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// What systemd takes for white space: blank, tab, line feed, carriage return.
  static func isBlank(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineEnd(byte)
  }

  /// `bytes` without white space at its ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let tail = bytes.drop(while: isBlank)
    guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return tail.prefix(0) }
    return tail[...last]
  }

  /// Whether a line ends in a backslash that is not itself escaped: the next line belongs to it.
  static func isContinued(_ line: ArraySlice<UInt8>) -> Bool {
    !line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }
}
