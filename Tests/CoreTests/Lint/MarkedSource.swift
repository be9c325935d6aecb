import Testing

@testable import Core

/// A source whose text says itself where a rule is to find something: `permissions: ⟦755⟧`.
struct MarkedSource {
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    let position: Position
    let length: Int

    var description: String { "\(position.line):\(position.column)+\(length)" }

    static func < (left: Mark, right: Mark) -> Bool { left.position < right.position }
  }

  let bytes: [UInt8]
  /// In order; each on one line.
  let marks: [Mark]

  init(_ text: String) {
    var plain = String.UnicodeScalarView()
    var marks: [Mark] = []
    var (line, column, opened) = (1, 1, Position.start)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": opened = Position(line: line, column: column)
      case "⟧": marks.append(Mark(position: opened, length: column - opened.column))
      case "\n":
        plain.append(scalar)
        (line, column) = (line + 1, 1)
      case _:
        plain.append(scalar)
        column += 1
      }
    }
    bytes = Array(String(plain).utf8)
    self.marks = marks
  }

  /// The inputs that the text is for the rules, under the name `in`.
  func inputs(_ assumptions: LintAssumptions = LintAssumptions()) -> [LintInput] {
    var inputs: [LintInput] = []
    var reader = LintReader(assumptions: assumptions)
    reader.read([SourceBytes(name: "in", fileName: PartName("in"), bytes: bytes)]) { inputs.append($0) }
    return inputs
  }

  func findings(of rules: [any LintRule.Type], _ assumptions: LintAssumptions = LintAssumptions()) -> [LintFinding] {
    inputs(assumptions).flatMap { Linter.findings(of: $0, rules: rules).all }
  }
}

/// Checks that `rule` finds something at each mark of `text` and nowhere else, and returns the findings.
///
/// `fixed` is what the text is once every mend was made; nil where none is offered.
@discardableResult
func expect(
  _ rule: any LintRule.Type, in text: String, fixed: String? = nil,
  assuming assumptions: LintAssumptions = LintAssumptions(), sourceLocation: SourceLocation = #_sourceLocation
) -> [LintFinding] {
  let source = MarkedSource(text)
  let findings = source.findings(of: [rule], assumptions)
  let marks = findings.map { MarkedSource.Mark(position: $0.origin.position ?? .start, length: $0.length) }
  #expect(marks == source.marks, sourceLocation: sourceLocation)
  var edits = TextEdits()
  let mended = findings.compactMap(\.fix).count { edits.add($0) }
  let result = mended == 0 ? nil : String(decoding: edits.applied(to: source.bytes), as: UTF8.self)
  #expect(result == fixed, sourceLocation: sourceLocation)
  return findings
}
