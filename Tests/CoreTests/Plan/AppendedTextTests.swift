import Testing

@testable import Core

@Suite("Appended text found again")
struct AppendedTextTests {
  @Test(
    "is counted where it can have been appended",
    arguments: [
      ("", "a", 0, 0), ("a", "a", 1, 1), ("ba", "a", 1, 1), ("ab", "a", 1, 1), ("bab", "a", 0, 1), ("b\nab", "a", 1, 1),
      ("aaaa", "aa", 2, 2), ("x\n\na", "\na", 1, 1), ("aab", "ab", 1, 1), ("abababc", "ababc", 1, 1),
    ])
  func counts(text: String, piece: String, asLine: Int, anywhere: Int) {
    let (text, piece) = (Array(text.utf8), Array(piece.utf8))
    #expect(AppendedText.count(of: piece, in: text, anywhere: false) == asLine)
    #expect(AppendedText.count(of: piece, in: text, anywhere: true) == anywhere)
  }

  @Test("is removed where it stands last")
  func removal() {
    #expect(AppendedText.removingLast(Array("a".utf8), from: Array("a b a c".utf8)) == Array("a b  c".utf8))
    #expect(AppendedText.removingLast(Array("z".utf8), from: Array("a".utf8)) == nil)
  }

  @Test("is looked for in the end of a text alone where that is asked")
  func window() {
    let text = Array("a\na\nb\n".utf8)
    let counts = [7, 6, 4, 3, 0].map { AppendedText.count(of: Array("a\n".utf8), in: text, anywhere: true, within: $0) }
    #expect(counts == [2, 2, 1, 0, 0])
    #expect(AppendedText.removingLast(Array("a\n".utf8), from: text, within: 4) == Array("a\nb\n".utf8))
    #expect(AppendedText.removingLast(Array("a\n".utf8), from: text, within: 3) == nil)
  }

  @Test("is found in time linear in the text, also where every prefix nearly matches")
  func hostile() {
    let piece = [UInt8](repeating: 0x61, count: 50_000) + [0x62]
    let text = [UInt8](repeating: 0x61, count: 2_000_000)
    #expect(AppendedText.count(of: piece, in: text, anywhere: true) == 0)
  }
}
