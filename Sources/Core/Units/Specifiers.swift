/// The `%` sequences of unit files (systemd.unit(5), "SPECIFIERS").
enum Specifiers {
  /// A word with `%%` made `%`; nil where it holds a specifier such as `%n`, whose value only the manager knows.
  ///
  /// `%` before anything but an ASCII letter or digit stays. A letter that no version of systemd up to 257 gives a
  /// meaning makes systemd drop the line: `date +%F` must be written `date +%%F`.
  static func expand(_ word: [UInt8]) throws(UnitProblem) -> [UInt8]? {
    var result: [UInt8] = []
    var isKnown = true
    var index = 0
    while index < word.count {
      let byte = word[index]
      index += 1
      result.append(byte)
      guard byte == UInt8(ascii: "%"), index < word.count else { continue }
      let letter = word[index]
      switch letter {
      case UInt8(ascii: "%"):
        index += 1
      case _ where "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY".utf8.contains(letter):
        isKnown = false
        index += 1
      case _ where ASCII.isAlphanumeric(letter):
        throw .unknownSpecifier(Unicode.Scalar(letter))
      default:
        break
      }
    }
    return isKnown ? result : nil
  }

  static func escape(_ text: String) -> String {
    String(decoding: text.utf8.flatMap { $0 == UInt8(ascii: "%") ? [$0, $0] : [$0] }, as: UTF8.self)
  }
}
