/// A command of plain words, as a shell splits it: what holds a substitution, a pattern, a list or anything else that only
/// a shell can tell the outcome of is none.
///
/// `echo "a  b" 'c'\ d >> /x` is the words `echo`, `a  b`, `c d`, appended to `/x`.
struct EchoWords {
  private(set) var words: [String] = []
  /// The file that `>` or `>>` names.
  private(set) var target: String?
  /// `>>`, which leaves what is in the file.
  private(set) var appends = false

  private var word: [UInt8]?
  private var isTarget = false

  /// Nil for a command that is not plain.
  init?(_ command: String) {
    var rest = Array(command.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): guard endWord() else { return nil }
      case UInt8(ascii: "#") where word == nil: rest = []
      case UInt8(ascii: "'"):
        guard let end = rest.firstIndex(of: byte) else { return nil }
        word = (word ?? []) + rest[..<end]
        rest = rest[(end + 1)...]
      case UInt8(ascii: "\""): guard takeQuoted(&rest) else { return nil }
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst(), next != UInt8(ascii: "\n") else { return nil }
        append(next)
      case UInt8(ascii: ">"):
        guard endWord(), target == nil, !isTarget else { return nil }
        appends = rest.first == byte
        if appends { rest = rest.dropFirst() }
        isTarget = true
      case _ where Self.isSpecial(byte) && !isPlainHere(byte): return nil
      case _: append(byte)
      }
    }
    guard endWord(), !isTarget else { return nil }
  }

  private mutating func append(_ byte: UInt8) {
    if word?.append(byte) == nil { word = [byte] }
  }

  /// One of those that mean more than themselves to a shell.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "<"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "?"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      true
    case _: false
    }
  }

  /// Brackets and the like that a shell leaves alone where nothing matches, as in `echo [Service]`.
  private func isPlainHere(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"): words.first == "echo" || word != nil
    case UInt8(ascii: "!"), UInt8(ascii: "~"): word != nil
    default: false
    }
  }

  /// Up to the closing double quote; false where something in it is expanded, or it is never closed.
  private mutating func takeQuoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var text = word ?? []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        word = text
        return true
      case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\n"): return false
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst() else { return false }
        text += "\"\\$`".utf8.contains(next) ? [next] : [byte, next]
      case _: text.append(byte)
      }
    }
    return false
  }

  /// False where the word is a descriptor's number before `>`, or a second target.
  private mutating func endWord() -> Bool {
    guard let bytes = word else { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    word = nil
    if isTarget {
      target = text
      isTarget = false
    } else {
      guard target == nil else { return false }
      words.append(text)
    }
    return true
  }
}
