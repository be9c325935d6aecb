extension PythonText {
  /// `word in text`, by code point.
  static func contains(_ word: String, in text: String) -> Bool {
    let (text, word) = (Array(text.utf8), Array(word.utf8))
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}
