/// What Python's `int()` and `float()` make of the text around and in a number.
enum PythonNumber {
  /// The text as ASCII, without the white space around it; digits of any script become ASCII ones.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isASCII = text.allSatisfy { $0 < 0x80 }
    var rest = isASCII ? text : PythonInteger.ascii(String(decoding: text, as: UTF8.self))[...]
    while let first = rest.first, ASCII.isSpace(first) { rest.removeFirst() }
    while let last = rest.last, ASCII.isSpace(last) { rest.removeLast() }
    return rest
  }
}
