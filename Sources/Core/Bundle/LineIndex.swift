/// Finds the bytes at places that YAML tells by line and column.
///
/// Counts on from the last place asked for: places asked for in the order of the text cost no more than the text.
struct LineIndex {
  let text: [UInt8]
  private let starts: [Int]
  private var last: (place: Position, offset: Int)

  init(_ text: [UInt8]) {
    self.text = text
    // A byte order mark has no column.
    let first = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [first]
    var at = first
    while at < text.count {
      let length = YAMLCharacters.lineBreak(at: at, in: text)
      if length > 0 { starts.append(at + length) }
      at += max(1, length)
    }
    self.starts = starts
    last = (.start, first)
  }

  /// The end of the text for places behind it.
  mutating func offset(of place: Position) -> Int {
    guard place.line <= starts.count else { return text.count }
    if place.line != last.place.line || place < last.place {
      last = (Position(line: place.line, column: 1), starts[place.line - 1])
    }
    var (column, at) = (last.place.column, last.offset)
    while column < place.column && at < text.count {
      repeat { at += 1 } while at < text.count && text[at] & 0xC0 == 0x80
      column += 1
    }
    last = (Position(line: place.line, column: column), at)
    return at
  }

  /// Where the line that holds `offset` ends: at its line break, or at the end of the text.
  func lineEnd(after offset: Int) -> Int {
    var at = offset
    while at < text.count && YAMLCharacters.lineBreak(at: at, in: text) == 0 { at += 1 }
    return at
  }
}
