extension PythonText {
  /// `text.encode("raw-unicode-escape")`, which `email.message.Message.get_payload` puts text through that is not
  /// encoded: `é` becomes the byte 0xE9, `—` the six characters `\u2014`.
  ///
  /// Bytes that are not UTF-8 stay as they are, which is what Python's surrogate escapes come to.
  static func rawUnicodeEscaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    if text.allSatisfy({ $0 < 0x80 }) { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 4)
    for point in surrogateEscaped(Array(text)) {
      switch point {
      case 0..<0x100: result.append(UInt8(point))
      case 0xDC80...0xDCFF: result.append(UInt8(point - 0xDC00))
      case 0..<0x10000: append("\\u", point, digits: 4, to: &result)
      default: append("\\U", point, digits: 8, to: &result)
      }
    }
    return result
  }

  private static func append(_ mark: String, _ point: UInt32, digits: Int, to result: inout [UInt8]) {
    let text = String(point, radix: 16)
    result += mark.utf8
    result += String(repeating: "0", count: digits - text.utf8.count).utf8
    result += text.utf8
  }
}
