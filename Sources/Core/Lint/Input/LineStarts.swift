/// Where the lines of a text begin: they end in LF, CR LF or a lone CR.
struct LineStarts {
  /// Of each line's first byte; a byte order mark belongs to no line.
  private(set) var offsets: [Int]
  /// The text holds what ends lines to some readers alone: a lone CR, and in YAML 1.1 NEL, U+2028 and U+2029.
  private(set) var hasRareBreaks = false

  init(_ text: [UInt8]) {
    var starts = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var hasRareBreaks = false
    text.withUnsafeBufferPointer { text in
      for index in text.indices {
        // Nearly all bytes are printable ASCII.
        if text[index] &- 0x20 < 0x60 { continue }
        switch text[index] {
        case UInt8(ascii: "\n"): starts.append(index + 1)
        case UInt8(ascii: "\r"):
          if index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") {
            starts.append(index + 1)
            hasRareBreaks = true
          }
        case 0x85: if index > 0, text[index - 1] == 0xC2 { hasRareBreaks = true }
        case 0xA8, 0xA9:
          if index > 1, text[index - 1] == 0x80, text[index - 2] == 0xE2 { hasRareBreaks = true }
        default: continue
        }
      }
    }
    offsets = starts
    self.hasRareBreaks = hasRareBreaks
  }
}
