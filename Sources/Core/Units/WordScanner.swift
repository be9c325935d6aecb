/// Splits a value into words as systemd does (systemd.syntax(7), `extract_first_word` in `extract-word.c`).
///
/// `a "b c"d '' \x41` is the four words `a`, `b cd`, an empty one and `A`.
struct WordScanner {
  /// What becomes of a backslash before a character that makes no escape of it.
  enum UnknownEscape {
    /// Both stay, as in command lines: `\.` is `\.`.
    case kept
    /// systemd ignores the whole line, as in `Environment=`.
    case refused
  }

  private let bytes: [UInt8]
  private let unknownEscape: UnknownEscape
  private var index = 0

  /// `value` holds no NUL.
  init(_ value: String, unknownEscape: UnknownEscape) {
    bytes = Array(value.utf8)
    self.unknownEscape = unknownEscape
  }

  /// The next word with quotes and escapes taken off, nil at the end. The scanner then stands on the next word.
  mutating func next() throws(UnitProblem) -> [UInt8]? {
    skipBlanks()
    guard index < bytes.count else { return nil }
    var word: [UInt8] = []
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        try unescape(into: &word)
      } else if let open = quote {
        if byte == open { quote = nil } else { word.append(byte) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if UnitText.isBlank(byte) {
        skipBlanks()
        return word
      } else {
        word.append(byte)
      }
    }
    guard quote == nil else { throw .unbalancedQuotes }
    return word
  }

  /// Takes the text where it stands here as a word of its own, unquoted, and what separates it from the next.
  mutating func skip(_ text: String) -> Bool {
    let end = index + text.utf8.count
    guard bytes[index...].starts(with: text.utf8), end == bytes.count || UnitText.isBlank(bytes[end]) else {
      return false
    }
    index = end
    skipBlanks()
    return true
  }

  private mutating func unescape(into word: inout [UInt8]) throws(UnitProblem) {
    if let escape = CEscape.decode(bytes, at: index) {
      word += escape.bytes
      index += escape.length
      return
    }
    guard unknownEscape == .kept else { throw .unknownEscape }
    word.append(UInt8(ascii: "\\"))
    // The character after it stays too, be it a quote's end or a blank.
    if index < bytes.count {
      word.append(bytes[index])
      index += 1
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, UnitText.isBlank(bytes[index]) { index += 1 }
  }
}
