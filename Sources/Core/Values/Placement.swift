/// How a text lies in the source that it was taken from; turns a position in the text into an ``Origin``.
///
/// A part inside `content: |` of a kops manifest, or a 7bit part of a MIME message, lies line for line in its source;
/// its third line is a real line of that file. A base64 or gzip part does not, and is named beside the source instead.
package struct Placement: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    /// Line `n` of the text is line `firstLine + n - 1` of the source, its columns moved right by `indent`.
    case linear(firstLine: Int, indent: Int)
    /// The text was decoded from something else: positions count inside the part.
    case detached
  }

  /// The source as the user named it.
  package let source: String
  /// The part's name for messages; nil while the text is the source itself.
  package let part: String?
  package let alignment: Alignment

  package init(source: String, part: String? = nil, alignment: Alignment) {
    self.source = source
    self.part = part
    self.alignment = alignment
  }

  /// A text that is a whole source.
  package static func whole(_ source: String) -> Placement {
    Placement(source: source, alignment: .linear(firstLine: 1, indent: 0))
  }

  /// The text as a whole.
  package var origin: Origin {
    switch alignment {
    case .linear(1, _): Origin(source: source)
    case .linear(let firstLine, let indent):
      Origin(source: source, position: Position(line: firstLine, column: indent + 1))
    case .detached: Origin(source: source, part: part)
    }
  }

  package func origin(at position: Position) -> Origin {
    switch alignment {
    case .linear(let firstLine, let indent):
      Origin(source: source, position: Position(line: firstLine + position.line - 1, column: position.column + indent))
    case .detached:
      Origin(source: source, part: part, position: position)
    }
  }

  /// The placement of a text that begins at `firstLine` of this one, every line of it `indent` columns in.
  package func inner(firstLine: Int, indent: Int = 0, part: String? = nil) -> Placement {
    switch alignment {
    case .linear(let outerLine, let outerIndent):
      Placement(
        source: source, part: part ?? self.part,
        alignment: .linear(firstLine: outerLine + firstLine - 1, indent: outerIndent + indent))
    case .detached:
      Placement(source: source, part: part ?? self.part, alignment: .detached)
    }
  }

  /// The placement of a text that was decoded from this one, or from some of it.
  package func decoded(part: String? = nil) -> Placement {
    Placement(source: source, part: part ?? self.part, alignment: .detached)
  }
}
