/// Words, numbers and strings.
extension JSONReader {
  mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
    for byte in text.description.utf8 {
      let found = try peek()
      guard found == byte else { throw fault(.expected(text.description, found: found)) }
      offset += 1
    }
    return value
  }

  mutating func number() throws(JSONFault) -> JSON {
    let start = offset
    var isIntegral = true
    if current == UInt8(ascii: "-") { offset += 1 }
    let leadingZero = current == UInt8(ascii: "0")
    let whole = skipDigits()
    var wellFormed = whole > 0 && !(leadingZero && whole > 1)
    if current == UInt8(ascii: ".") {
      isIntegral = false
      offset += 1
      wellFormed = skipDigits() > 0 && wellFormed
    }
    if let letter = current, letter | 0x20 == UInt8(ascii: "e") {
      isIntegral = false
      offset += 1
      if let sign = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset += 1 }
      wellFormed = skipDigits() > 0 && wellFormed
    }
    guard wellFormed else { throw JSONFault(offset: start, problem: .badNumber) }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isIntegral, let integer = Int(text) { return .integer(integer) }
    guard let double = Double(text), double.isFinite else {
      throw JSONFault(offset: start, problem: .numberOutOfRange)
    }
    return .number(double)
  }

  mutating func string() throws(JSONFault) -> String {
    let start = offset + 1
    offset += 1
    let plain = endOfRun(from: start)
    // Most strings hold no escape, and are then taken over at once.
    if plain < bytes.count, bytes[plain] == UInt8(ascii: "\"") {
      offset = plain + 1
      return try text(of: bytes.span.extracting(start..<plain), from: start)
    }
    var text: [UInt8] = []
    while true {
      switch try peek() {
      case UInt8(ascii: "\""):
        offset += 1
        return try self.text(of: text.span, from: start)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw fault(.controlCharacter(bytes[offset]))
      case _:
        let end = endOfRun(from: offset)
        text.append(contentsOf: bytes[offset..<end])
        offset = end
      }
    }
  }

  private func text(of bytes: Span<UInt8>, from start: Int) throws(JSONFault) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw JSONFault(offset: start, problem: .notUTF8)
    }
  }

  /// The first byte from `start` on that is a quote, a backslash or a control character, else the end.
  private func endOfRun(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      end += 1
    }
    return end
  }

  mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = try peek()
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default: throw JSONFault(offset: start, problem: .badEscape)
    }
  }

  /// After `\u`: four digits, and those of a second escape where the two are a surrogate pair.
  mutating func unicodeEscape(_ start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try fourDigits(start)
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let afterFirst = offset
    guard bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
    offset += 2
    let second = try fourDigits(afterFirst)
    guard (0xDC00..<0xE000).contains(second) else {
      offset = afterFirst
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  mutating func fourDigits(_ start: Int) throws(JSONFault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONFault(offset: start, problem: .badEscape)
      }
      number = number << 4 | UInt32(digit)
      offset += 1
    }
    return number
  }
}
