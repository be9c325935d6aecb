/// Finds text that an `append: true` entry added to a file.
package enum AppendedText {
  /// How often `piece` stands in `text`, not overlapping. Unless `anywhere`, only where it can have been appended as a
  /// line: at the start, after a line end, with a line end of its own in front, or at the very end. Only the last `window` bytes
  /// are looked at.
  package static func count(of piece: [UInt8], in text: [UInt8], anywhere: Bool, within window: Int = .max) -> Int {
    positions(of: piece, in: text, within: window).count { position in
      anywhere || position == 0 || piece.first == newline || text[position - 1] == newline
        || position + piece.count == text.count
    }
  }

  /// `text` without the last place where `piece` stands; nil where it stands nowhere in the last `window` bytes.
  package static func removingLast(_ piece: [UInt8], from text: [UInt8], within window: Int = .max) -> [UInt8]? {
    guard let position = positions(of: piece, in: text, within: window).last else { return nil }
    return Array(text[..<position] + text[(position + piece.count)...])
  }

  private static let newline = UInt8(ascii: "\n")

  /// Where `piece` begins in `text`, left to right, not overlapping; time linear in both (Knuth, Morris, Pratt).
  private static func positions(of piece: [UInt8], in text: [UInt8], within window: Int) -> [Int] {
    guard !piece.isEmpty, piece.count <= text.count else { return [] }
    let borders = self.borders(of: piece)
    var found: [Int] = []
    var matched = 0
    for index in max(0, text.count - window)..<text.count {
      let byte = text[index]
      while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
      if piece[matched] == byte { matched += 1 }
      if matched == piece.count {
        found.append(index + 1 - piece.count)
        matched = 0
      }
    }
    return found
  }

  /// For each prefix of `piece`, the length of its longest proper prefix that is also its suffix.
  private static func borders(of piece: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: piece.count)
    var length = 0
    for index in piece.indices.dropFirst() {
      while length > 0, piece[length] != piece[index] { length = borders[length - 1] }
      if piece[length] == piece[index] { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
