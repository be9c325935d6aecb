/// Which bytes are a YAML text at all: UTF-8, and of that what PyYAML's reader lets through.
enum YAMLCharacters {
  /// Throws at the first byte that is not UTF-8, or the first character that PyYAML's `Reader.NON_PRINTABLE` refuses:
  /// control characters but tab, line feed, carriage return and NEL; U+FFFE and U+FFFF.
  static func check(_ text: [UInt8]) throws(YAMLFault) {
    var at = 0
    while true {
      at = endOfPlain(in: text, from: at)
      if at == text.count { return }
      let byte = text[at]
      if byte < 0x80 { throw YAMLFault(.unprintable(UInt32(byte)), at: position(of: at, in: text)) }
      guard let (scalar, length) = scalar(at: at, in: text) else {
        throw YAMLFault(.notUTF8(byte), at: position(of: at, in: text))
      }
      guard (scalar >= 0xA0 || scalar == 0x85) && scalar != 0xFFFE && scalar != 0xFFFF else {
        throw YAMLFault(.unprintable(scalar), at: position(of: at, in: text))
      }
      at += length
    }
  }

  /// One past the ASCII characters from `start` on that are let through; most texts are nothing else.
  private static func endOfPlain(in text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var at = start
      while at < bytes.count {
        let byte = bytes[at]
        // In one comparison what lies between the blank and the tilde.
        guard byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 || byte == 0x0D else { break }
        at += 1
      }
      return at
    }
  }

  /// The scalar value of the UTF-8 sequence at `at` and its length; nil where there is none that is well-formed.
  private static func scalar(at: Int, in text: [UInt8]) -> (UInt32, Int)? {
    let lead = text[at]
    let (length, least): (Int, UInt32)
    switch lead {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return nil
    }
    guard at + length <= text.count else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = text[at + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  /// The line and column of a byte, for an error: lines end where YAML 1.1 ends them, columns count characters.
  private static func position(of offset: Int, in text: [UInt8]) -> Position {
    var line = 1
    var start = 0
    var at = 0
    while at < offset {
      let length = lineBreak(at: at, in: text)
      if length > 0 && at + length <= offset {
        line += 1
        start = at + length
      }
      at += max(1, length)
    }
    return Position(line: line, column: column(of: offset, lineStart: start, in: text))
  }

  /// The column of a byte whose line starts at `lineStart`.
  static func column(of offset: Int, lineStart: Int, in text: [UInt8]) -> Int {
    1 + text[lineStart..<offset].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The length of the line break at `at`: CR LF, CR, LF, NEL, LS or PS; 0 where there is none.
  @inline(__always)
  static func lineBreak(at: Int, in text: [UInt8]) -> Int {
    guard at < text.count else { return 0 }
    switch text[at] {
    case 0x0A: return 1
    case 0x0D: return at + 1 < text.count && text[at + 1] == 0x0A ? 2 : 1
    case 0xC2: return at + 1 < text.count && text[at + 1] == 0x85 ? 2 : 0
    case 0xE2: return at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] | 1 == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
