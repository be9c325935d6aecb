/// A source as the rules see it: its bytes, and where its lines begin.
///
/// Tabs that no YAML reader puts up with are spaces in ``bytes``, so that rules see what was meant; what is told of a place
/// and what is edited is always the original.
package struct LintSource: Sendable {
  /// As the user named it.
  package let name: String
  package let bytes: [UInt8]
  let original: [UInt8]
  /// In the order of the text.
  let tabs: [MendedTab]
  /// The offset of each line's first byte.
  private let lineStarts: [Int]
  /// Whether bytes can be edited where a line and column say: not inside gzip or base64, nor where some readers count
  /// lines that others do not (a lone CR, NEL, U+2028, U+2029).
  let isEditable: Bool

  /// `tabs` are told by their offsets in `original`.
  init(name: String, original: [UInt8], isWrapped: Bool, tabs: [MendedTab] = []) {
    self.name = name
    self.original = original
    (bytes, self.tabs) = MendedTab.expanded(tabs, in: original)
    let lines = LineStarts(bytes)
    lineStarts = lines.offsets
    isEditable = !isWrapped && !lines.hasRareBreaks
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

  /// The place of the byte at `offset`; nil for one past the end.
  func place(ofByte offset: Int) -> Position? {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset < bytes.count else { return nil }
    return Position(line: low, column: 1 + bytes[lineStarts[low - 1]..<offset].columns)
  }

  /// Puts `replacement` in place of what lies from `start` up to `end`.
  package func edit(from start: Origin, to end: Origin, _ replacement: String) -> TextEdit? {
    guard let first = offset(of: start), let last = offset(of: end), first <= last else { return nil }
    return edit(first..<last, replacement)
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
    return edit(lineStarts[first - 1]..<lineEnd(last), "")
  }

  /// Takes the carriage return out that stands before the newline of line `number`.
  package func removal(ofCarriageReturnOn number: Int) -> TextEdit? {
    guard isEditable, let end = line(number)?.endIndex, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r") else {
      return nil
    }
    return edit(end..<end + 1, "")
  }

  /// Puts whole lines, each with its newline, behind line `number`.
  package func insertion(behindLine number: Int, _ lines: String) -> TextEdit? {
    guard isEditable, number >= 1, number <= lineStarts.count else { return nil }
    let end = lineEnd(number)
    let isEnded = end > 0 && ASCII.isLineEnd(bytes[end - 1])
    return edit(end..<end, (isEnded ? "" : "\n") + lines)
  }

  /// One past the end of line `number`, newline included.
  private func lineEnd(_ number: Int) -> Int { number < lineStarts.count ? lineStarts[number] : bytes.count }

  private func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit? {
    guard let first = originalOffset(range.lowerBound), let last = originalOffset(range.upperBound) else { return nil }
    return TextEdit(source: name, range: first..<last, replacement: Array(replacement.utf8))
  }
}
