/// A text inside of a source, and where it lies there: a part's content, a command, a file's content.
///
/// A text that was folded, escaped or encoded does not lie anywhere character for character: places in it are then
/// told as the place of the whole, and it cannot be edited.
package struct LintText: Sendable {
  package let bytes: [UInt8]
  package let source: LintSource
  let placement: Placement
  /// What to point at where the placement cannot.
  private let whole: Origin
  /// Whether its characters lie in the source.
  let isPlaced: Bool
  /// Of a text that several rules go through line by line.
  private var splitLines: [LintLine]?

  init(_ bytes: [UInt8], placement: Placement, of source: LintSource, whole: Origin? = nil) {
    self.bytes = bytes
    self.source = source
    self.placement = placement
    self.whole = whole ?? placement.origin
    isPlaced = whole == nil || placement.alignment != .detached
  }

  /// The place of a position in the text.
  package func origin(at position: Position) -> Origin {
    isPlaced ? placement.origin(at: position) : whole
  }

  /// The place of the byte at `offset`. Walks the text: where many are asked for, go by ``lines``.
  package func origin(ofByte offset: Int) -> Origin {
    isPlaced ? placement.origin(at: Position(ofByte: offset, in: bytes[...])) : whole
  }

  /// The text of a scalar of this YAML text; nil for a node that is none.
  package func text(of node: YAMLNode) -> LintText? {
    guard case .string(let string) = node.value else { return nil }
    return LintText(
      Array(string.utf8), placement: node.textPlacement(in: placement), of: source, whole: origin(at: node.start))
  }

  /// Puts `replacement` in place of a node that was written on one line, its quotes included; nil where it cannot be.
  package func edit(_ node: YAMLNode, _ replacement: String) -> TextEdit? {
    guard isPlaced, node.start.line == node.end.line, isBare(node) else { return nil }
    return source.edit(from: origin(at: node.start), to: origin(at: node.end), replacement)
  }

  /// Whether a node begins with itself, not with an anchor, which aliases need, or a tag, which says what it is.
  func isBare(_ node: YAMLNode) -> Bool {
    guard let start = source.offset(of: origin(at: node.start)) else { return false }
    return !source.bytes[start...].starts(with: "&".utf8) && !source.bytes[start...].starts(with: "!".utf8)
  }

  /// Puts `replacement` in place of the bytes in `range`, which lie on one line.
  package func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit? {
    guard isPlaced else { return nil }
    return source.edit(from: origin(ofByte: range.lowerBound), to: origin(ofByte: range.upperBound), replacement)
  }

  /// The same with its lines told apart once and for all.
  var split: LintText {
    var text = self
    text.splitLines = lines
    return text
  }

  /// Its lines, which end in LF or CR LF.
  package var lines: [LintLine] { splitLines ?? Self.lines(of: bytes) }

  private static func lines(of bytes: [UInt8]) -> [LintLine] {
    var lines: [LintLine] = []
    var start = 0
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      var end = feed ?? bytes.count
      if feed != nil, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      lines.append(LintLine(number: lines.count + 1, range: start..<end))
      start = feed.map { $0 + 1 } ?? bytes.count
    }
    return lines
  }

  /// Whether a line holds these ASCII words: what most lines do not, before anything costlier is asked of one.
  package func holds(_ words: StaticString, _ line: LintLine) -> Bool {
    words.withUTF8Buffer { words in
      var rest = bytes[line.range]
      while let index = rest.firstIndex(of: words[0]) {
        rest = rest[index...]
        if rest.starts(with: words) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }

  package func bytes(of line: LintLine) -> ArraySlice<UInt8> { bytes[line.range] }

  package func string(of line: LintLine) -> String { String(decoding: bytes[line.range], as: UTF8.self) }

  /// The place of the byte at `offset` of the text, which is on `line`.
  package func origin(ofByte offset: Int, on line: LintLine) -> Origin {
    let column = 1 + bytes[line.range.lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
    return origin(at: Position(line: line.number, column: column))
  }
}

/// A line of a text: its number, counted from 1, and its bytes without its end.
package struct LintLine: Hashable, Sendable {
  package let number: Int
  package let range: Range<Int>
}
