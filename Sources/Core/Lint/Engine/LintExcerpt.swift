/// What is shown of a line: the part around the finding, safe for a terminal, and how far the carets go.
package struct LintExcerpt: Hashable, Sendable {
  /// Columns of a line that are shown at most; of a longer one, those around the finding.
  private static let widest = 160
  private static let before = 40

  package let line: Int
  package let text: String
  /// Columns of `text` before the finding.
  package let indent: Int
  /// Columns of `text` that the finding is about, at least 1.
  package let width: Int

  /// Nil for a finding that is about no line.
  init?(_ bytes: ArraySlice<UInt8>, of finding: LintFinding) {
    guard let position = finding.origin.position else { return nil }
    line = position.line
    let first = position.column <= Self.widest - Self.before ? 1 : position.column - Self.before
    var (text, indent, width, column) = ("", 0, 0, 0)
    var (decoder, iterator) = (UTF8(), bytes.makeIterator())
    reading: while column < first + Self.widest {
      let scalar: Unicode.Scalar
      switch decoder.decode(&iterator) {
      case .scalarValue(let value): scalar = value
      case .error: scalar = "\u{FFFD}"
      case .emptyInput: break reading
      }
      column += 1
      if column < first { continue }
      let length = text.unicodeScalars.count
      Printable.append(scalar, to: &text)
      let added = text.unicodeScalars.count - length
      if column < position.column {
        indent += added
      } else if column < position.column + finding.length {
        width += added
      }
    }
    self.text = text
    self.indent = indent
    self.width = max(1, width)
  }
}
