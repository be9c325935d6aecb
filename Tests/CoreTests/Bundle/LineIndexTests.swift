import Testing

@testable import Core

/// Bytes found by line and column.
struct LineIndexTests {
  static let text = "\u{FEFF}aé=\u{1F600}b\r\nü\n"

  @Test(
    "a column is a character, whatever its bytes",
    arguments: [
      (1, 1, 3), (1, 2, 4), (1, 3, 6), (1, 4, 7), (1, 5, 11), (1, 6, 12), (2, 1, 14), (2, 2, 16), (3, 1, 17),
      (4, 1, 17), (9, 9, 17),
    ])
  func offset(line: Int, column: Int, offset: Int) {
    var index = LineIndex(Array(Self.text.utf8))
    #expect(index.offset(of: Position(line: line, column: column)) == offset)
  }

  @Test("places may be asked for in any order")
  func order() {
    var index = LineIndex(Array(Self.text.utf8))
    let places = [(1, 5), (1, 3), (2, 2), (1, 4), (1, 4)]
    #expect(places.map { index.offset(of: Position(line: $0.0, column: $0.1)) } == [11, 6, 16, 7, 7])
  }

  @Test("a line ends at its break or with the text", arguments: [(3, 12), (12, 12), (14, 16), (17, 17)])
  func lineEnd(offset: Int, end: Int) {
    #expect(LineIndex(Array(Self.text.utf8)).lineEnd(after: offset) == end)
  }
}
