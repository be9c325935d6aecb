/// A source as the rules see it: its bytes, and where its lines begin.
package struct LintSource: Sendable {
  /// As the user named it.
  package let name: String
  package let bytes: [UInt8]
  /// The offset of each line's first byte, and the end of the text.
  private let lineStarts: [Int]
  /// Whether bytes can be edited where a line and column say: not inside gzip or base64, nor where some readers count
  /// lines that others do not (NEL, U+2028, U+2029).
  private let isEditable: Bool

  init(name: String, bytes: [UInt8], isWrapped: Bool) {
    self.name = name
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var hasRareBreaks = false
    bytes.withUnsafeBufferPointer { text in
      for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "\n"): starts.append(index + 1)
        case UInt8(ascii: "\r"):
          if index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") { starts.append(index + 1) }
        case 0x85: if index > 0, text[index - 1] == 0xC2 { hasRareBreaks = true }
        case 0xA8, 0xA9:
          if index > 1, text[index - 1] == 0x80, text[index - 2] == 0xE2 { hasRareBreaks = true }
        default: continue
        }
      }
    }
    lineStarts = starts
    isEditable = !isWrapped && !hasRareBreaks
  }

  /// The bytes of a line, counted from 1, without its end; nil where there is no such line.
  package func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, ASCII.isLineEnd(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end]
  }

  package var lineCount: Int { lineStarts.count }

  /// The offset of the byte that stands at `origin`; one past a line's last column is its end. Nil for a place that is
  /// not in the source itself.
  package func offset(of origin: Origin) -> Int? {
    guard isEditable, origin.part == nil, origin.source.hasBytes(of: name), let position = origin.position,
      let line = line(position.line)
    else { return nil }
    var column = 1
    for index in line.indices where line[index] & 0xC0 != 0x80 {
      if column == position.column { return index }
      column += 1
    }
    return column == position.column ? line.endIndex : nil
  }

  /// Puts `replacement` in place of what lies from `start` up to `end`.
  package func edit(from start: Origin, to end: Origin, _ replacement: String) -> TextEdit? {
    guard let first = offset(of: start), let last = offset(of: end), first <= last else { return nil }
    return TextEdit(source: name, range: first..<last, replacement: Array(replacement.utf8))
  }

  /// Puts `replacement` in place of `length` columns at `origin`, all on its line.
  package func edit(at origin: Origin, length: Int, _ replacement: String) -> TextEdit? {
    guard let position = origin.position else { return nil }
    let end = Origin(source: origin.source, position: Position(line: position.line, column: position.column + length))
    return edit(from: origin, to: end, replacement)
  }

  /// Takes whole lines out, their ends included: `first` up to and with `last`.
  package func removal(ofLines first: Int, to last: Int) -> TextEdit? {
    guard isEditable, first >= 1, first <= last, last <= lineStarts.count else { return nil }
    let end = last < lineStarts.count ? lineStarts[last] : bytes.count
    return TextEdit(source: name, range: lineStarts[first - 1]..<end, replacement: [])
  }
}
