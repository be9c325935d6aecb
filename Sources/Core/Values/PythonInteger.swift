/// A number in text, as Python's `int(text, base)` reads it.
package enum PythonInteger: Hashable, Sendable {
  case value(Int)
  /// A number beyond 64 bits.
  case huge
  /// Python raises ValueError.
  case malformed

  /// `int(text, 8)`: white space around, a sign, `0o`, single underscores between digits and the decimal digits of any
  /// script are allowed. `" 0o7_55 "` is 493.
  package static func octal(_ text: String) -> PythonInteger {
    var rest = ascii(text)[...]
    while let first = rest.first, ASCII.isSpace(first) { rest.removeFirst() }
    while let last = rest.last, ASCII.isSpace(last) { rest.removeLast() }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.starts(with: "0o".utf8) || rest.starts(with: "0O".utf8) {
      rest.removeFirst(2)
      if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
    }
    return digits(rest, isNegative: isNegative)
  }

  private static func digits(_ text: ArraySlice<UInt8>, isNegative: Bool) -> PythonInteger {
    var number = 0
    var isHuge = false
    var mayPause = false
    for byte in text {
      if byte == UInt8(ascii: "_") {
        guard mayPause else { return .malformed }
        mayPause = false
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return .malformed }
      let (shifted, overflow) = number.multipliedReportingOverflow(by: 8)
      isHuge = isHuge || overflow
      number = isHuge ? 0 : shifted | Int(byte - UInt8(ascii: "0"))
      mayPause = true
    }
    guard mayPause else { return .malformed }
    return isHuge ? .huge : .value(isNegative ? -number : number)
  }

  /// Decimal digits of any script as ASCII, white space as blanks, any other foreign character as `?`; a text that is
  /// all ASCII stays as it is, and there U+001C to U+001F are no white space.
  static func ascii(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    return text.unicodeScalars.map { scalar in
      if PythonText.isSpace(scalar) { return UInt8(ascii: " ") }
      if scalar.isASCII { return UInt8(scalar.value) }
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return UInt8(ascii: "?")
      }
      return UInt8(ascii: "0") + UInt8(value)
    }
  }
}
