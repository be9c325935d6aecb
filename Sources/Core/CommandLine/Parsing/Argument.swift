/// A word of the command line and its place, which everything parsed from it keeps.
package struct Argument: Hashable, Sendable {
  /// 1 is the word after the program's name.
  package let index: Int
  package let text: String

  package init(index: Int, text: String) {
    self.index = index
    self.text = text
  }

  /// The words after the program's name: `["apply", "--strict"]`.
  ///
  /// Linux hands all that follows the interpreter in a `#!` line over as one word: a document that begins
  /// `#!/usr/bin/bringup apply --strict` runs `["apply --strict", FILE]` (execve(2)). No command's name holds a blank, so
  /// a first word that does is taken apart; its pieces keep its index.
  static func list(_ words: [String]) -> [Argument] {
    words.enumerated().flatMap { offset, word in
      let pieces = offset == 0 ? word.split { $0 == " " || $0 == "\t" } : []
      return pieces.isEmpty
        ? [Argument(index: offset + 1, text: word)]
        : pieces.map { Argument(index: offset + 1, text: String($0)) }
    }
  }
}
