/// A place in a text: line and column, both counted from 1; a column counts Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = Position(line: 1, column: 1)

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where a value came from. Everything decoded keeps one, so that an error found late can still point.
///
/// Its description is the prefix of every message about the value:
/// `ig.yaml:14:7` where the position is one of the source itself, `user-data.txt[10-gpu.yaml]:3:5` where the part
/// was encoded (base64, gzip, a quoted scalar) and the position counts inside the decoded part.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
  /// The source as the user named it: a path, `-`, `imds:`.
  package let source: String
  /// The part that `position` counts in, where that is not the source itself.
  package let part: String?
  /// Nil where only the whole is meant (a missing file, a whole part).
  package let position: Position?

  package init(source: String, part: String? = nil, position: Position? = nil) {
    self.source = source
    self.part = part
    self.position = position
  }

  package var description: String {
    var text = Printable.escape(source)
    if let part { text += "[\(Printable.escape(part))]" }
    if let position { text += ":\(position.line):\(position.column)" }
    return text
  }
}
