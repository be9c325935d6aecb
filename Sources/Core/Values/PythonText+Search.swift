extension PythonText {
  /// `word in text`, by code point.
  static func contains(_ word: String, in text: String) -> Bool {
    contains(word, in: Array(text.utf8))
  }

  /// The same in the bytes of a text.
  static func contains(_ word: String, in text: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: word) }
  }
}
