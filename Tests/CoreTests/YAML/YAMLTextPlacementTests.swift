import Core
import Testing

/// Where a scalar's decoded text lies in its source, so that an error in it is told with a line of the source.
struct YAMLTextPlacementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    /// Line and column in the source of the text's own line 2, column 1 (line 1 where it has only one).
    let place: String

    init(_ text: String, _ place: String) {
      self.text = text
      self.place = place
    }

    var testDescription: String { text.debugDescription }
  }

  static let cases = [
    Case("a: |\n  one\n  two\n", "x:3:3"),
    Case("a: |4\n      one\n    two\n", "x:3:5"),
    Case("a:\n  b: |-2\n      one\n    two\n", "x:4:5"),
    Case("- - |2\n     one\n    two\n", "x:3:5"),
    Case("a: |\n\n\n    one\n", "x:3:5"),
    Case("a: | # note\n    one\n    two\n", "x:3:5"),
    Case("a: |\n  \tone\n  two\n", "x:3:3"),
    Case("a: |\n         \tone\n         two\n", "x:3:10"),
    Case("--- |\n one\n two\n", "x:3:2"),
    Case("a:\n- |\n  one\n  two\n", "x:4:3"),
    Case("a: &x !!str |\n     one\n     two\n", "x:3:6"),
    Case("a: |\r\n  one\r\n  two\r\n", "x:3:3"),
    Case("x: >\n  f\ny: |\n a\na: |\n   one\n   two\n", "x:7:4"),
    Case("a: one", "x:1:4"),
    Case("a: 'one'", "x:1:5"),
    Case("é: \"one\"", "x:1:5"),
    Case("[x, {a: one}]", "x:1:9"),
    Case("{a:[1],b:[1],c: one}", "x:1:17"),
    Case("a: >\n  one\n  two\n", "x[inner]:1:1"),
    Case("a: one\n  two", "x[inner]:1:1"),
    Case("a: \"o\\nne\"", "x[inner]:2:1"),
    Case("a: 'it''s'", "x[inner]:1:1"),
    Case("a: !!str one", "x[inner]:1:1"),
    Case("a: [one]", "x[inner]:1:1"),
  ]

  /// The last scalar or list of one text in it.
  private func last(_ node: YAMLNode) -> YAMLNode {
    switch node.value {
    case .mapping(let mapping): mapping.entries.last.map { last($0.value) } ?? node
    case .sequence(let items) where node.style == .block || items.count > 1: items.last.map(last) ?? node
    default: node
    }
  }

  @Test("a place in the text is told as a place in the source where they are one to one", arguments: cases)
  func placed(_ example: Case) throws {
    let whole = Placement(source: "x", part: "inner", alignment: .linear(firstLine: 1, indent: 0))
    let root = try #require(try YAML.parse(Array(example.text.utf8), placement: whole))
    let scalar = last(root)
    let isOneLine = if case .string(let text) = scalar.value { !text.dropLast().contains("\n") } else { true }
    let position = Position(line: isOneLine ? 1 : 2, column: 1)
    #expect(scalar.textPlacement(in: whole).origin(at: position).description == example.place)
  }
}
