/// A word of the command line and its place, which everything parsed from it keeps.
package struct Argument: Hashable, Sendable {
  /// 1 is the word after the program's name.
  package let index: Int
  /// As the kernel has it.
  package let bytes: [UInt8]
  /// With U+FFFD for what is not UTF-8.
  package let text: String

  init(index: Int, _ bytes: [UInt8]) {
    self.index = index
    self.bytes = bytes
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `text` is all of it.
  var isText: Bool { text.utf8.elementsEqual(bytes) }

  /// The words after the program's name: `["apply", "--strict"]`.
  ///
  /// Linux hands all that follows the interpreter in a `#!` line over as one word: a document that begins
  /// `#!/usr/bin/bringup apply --strict` runs `["apply --strict", FILE]` (execve(2)). No command's name holds a blank, so
  /// a first word that does is taken apart; its pieces keep its index.
  static func list(_ words: [[UInt8]]) -> [Argument] {
    words.enumerated().flatMap { offset, word in
      let pieces = offset == 0 ? word.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } : []
      return pieces.isEmpty
        ? [Argument(index: offset + 1, word)]
        : pieces.map { Argument(index: offset + 1, Array($0)) }
    }
  }
}
