extension YAMLNode {
  /// Where a scalar's decoded text lies in the source that `placement` describes.
  ///
  /// The text of a literal block lies there line for line, and so does a plain or quoted scalar on one line that
  /// holds no escapes. Any other text (folded, escaped, base64) is detached.
  package func textPlacement(in placement: Placement) -> Placement {
    guard case .string(let text) = value else { return placement.decoded() }
    switch style {
    case .literal(let firstLine, let indent): return placement.inner(firstLine: firstLine, indent: indent)
    case .plain: return onOneLine(text, quotes: 0, in: placement)
    case .singleQuoted, .doubleQuoted: return onOneLine(text, quotes: 1, in: placement)
    case .folded, .block, .flow: return placement.decoded()
    }
  }

  /// Written as wide as it reads: nothing in it was escaped, and no tag or anchor stands before it.
  private func onOneLine(_ text: String, quotes: Int, in placement: Placement) -> Placement {
    let width = end.column - start.column - 2 * quotes
    guard start.line == end.line, width == text.unicodeScalars.count else { return placement.decoded() }
    return placement.inner(firstLine: start.line, indent: start.column - 1 + quotes)
  }
}
