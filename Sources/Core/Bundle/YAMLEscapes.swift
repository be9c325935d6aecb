/// The characters that YAML holds only as escapes: those it refuses or takes for a line end, and byte order marks.
enum YAMLEscapes {
  /// Whether text has to stand in double quotes. `text` is UTF-8.
  static func areNeeded(in text: [UInt8]) -> Bool {
    text.indices.contains {
      text[$0] != UInt8(ascii: "\n") && text[$0] != UInt8(ascii: "\t") && length(at: $0, in: text) > 0
    }
  }

  /// The length in bytes of such a character at `index`; 0 where another begins, or none.
  static func length(at index: Int, in text: [UInt8]) -> Int {
    switch text[index] {
    case 0..<0x20, 0x7F: 1
    case 0xC2: text[index + 1] < 0xA0 ? 2 : 0
    case 0xE2: text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9 ? 3 : 0
    case 0xEF:
      text[index + 1] == 0xBB && text[index + 2] == 0xBF || text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }
}
