/// A shell text taken apart: the commands that it runs, and what keeps a shell from reading it.
///
/// ```
/// if test -e /a; then
///   cp /a /b   # now
/// ```
/// has the commands `test` and `cp`, of which the second is conditional, a comment, and the fault that `if` has no `fi`.
///
/// Nothing is expanded or run. What only bash knows is read along and listed, so that bash scripts can be read, too.
struct ShellText: Sendable {
  let bytes: [UInt8]
  /// In the order in which they begin.
  let commands: [ShellCommand]
  /// Without their line ends.
  let comments: [Range<Int>]
  let bashisms: [Bashism]
  /// What a shell stops at; nil also where the text is nested too deeply to tell.
  let fault: Fault?

  struct Fault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// A quote, `$(` and the like that is never closed.
      case unclosed(String)
      /// `if` without `fi`, `{` without `}`.
      case missing(String, for: String)
      /// A word or operator where it can not be.
      case unexpected(String)
      /// `a &&` at the end of the text.
      case nothingBehind(String)
    }

    let kind: Kind
    /// What it is about: the opening word or quote, or the unexpected one.
    let range: Range<Int>
  }

  /// Something that bash reads, and a POSIX shell does not.
  struct Bashism: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
      case array = "an array"
      case processSubstitution = "a process substitution"
      case hereString = "a here-string"
      case bothOutputs = "a redirection of both outputs by &>"
      case functionWord = "the word function"
      case doubleBracket = "[["
      case arithmeticCommand = "(( ))"
      case expansion = "an expansion that only bash has"
      case coprocess = "coproc"
      case fallThrough = ";&"
      case pattern = "a list of patterns"
    }

    let kind: Kind
    let range: Range<Int>
  }

  init(_ bytes: [UInt8]) {
    var parser = ShellParser(bytes)
    parser.parseAll()
    self.bytes = bytes
    commands = parser.commands
    comments = parser.comments
    bashisms = parser.bashisms
    fault = parser.fault
  }

  /// The words without their quotes.
  func texts(of words: [ShellWord]) -> [String] { words.map(text) }

  /// A word without its quotes; what is expanded stays as it is written.
  func text(of word: ShellWord) -> String {
    let raw = bytes[word.range]
    if word.form == .plain { return String(decoding: raw, as: UTF8.self) }
    var text: [UInt8] = []
    var (index, quote) = (raw.startIndex, UInt8(0))
    while index < raw.endIndex {
      let byte = raw[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'") where quote != UInt8(ascii: "\""), UInt8(ascii: "\"") where quote != UInt8(ascii: "'"):
        quote = quote == 0 ? byte : 0
      case UInt8(ascii: "\\") where quote != UInt8(ascii: "'") && index < raw.endIndex:
        if quote != 0, !"\"\\$`\n".utf8.contains(raw[index]) { text.append(byte) }
        if raw[index] != UInt8(ascii: "\n") { text.append(raw[index]) }
        index += 1
      case _: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
