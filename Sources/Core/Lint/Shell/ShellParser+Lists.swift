extension ShellParser {
  /// What a list of commands ended at.
  enum ListEnd {
    case endOfText
    /// A reserved word or operator that closes something: `fi`, `)`, `;;`. It is taken.
    case closer(String, Range<Int>)
  }

  /// Commands up to a closing word, or to the end of the text.
  @discardableResult
  mutating func parseList() -> ListEnd {
    let outer = setting
    defer { setting = outer }
    // What a command has to follow: the operator before it.
    var pending: (text: String, range: Range<Int>)?
    while true {
      skipLines()
      if isAtEnd {
        if let pending, !isStopped { fail(.nothingBehind(pending.text), pending.range) }
        return .endOfText
      }
      if let closer = takeCloser() {
        if pending != nil { fail(.unexpected(closer.text), closer.range) }
        return .closer(closer.text, closer.range)
      }
      let first = commands.count
      parseCommand()
      if isStopped { return .endOfText }
      pending = takeOperator(after: first, outer)
      if isStopped { return .endOfText }
    }
  }

  /// The operator behind a command; `outer` is what is around the whole list.
  private mutating func takeOperator(
    after first: Int, _ outer: ShellCommand.Setting
  ) -> (text: String, range: Range<Int>)? {
    skipBlanks()
    let start = index
    if starts(with: "&&") || starts(with: "||") {
      let isOr = peek() == UInt8(ascii: "|")
      index += 2
      if isOr { mark(.excused, from: first) }
      setting = outer.union(.conditional)
      return (isOr ? "||" : "&&", start..<index)
    }
    switch peek() {
    case UInt8(ascii: "|"):
      index += peek(1) == UInt8(ascii: "&") ? 2 : 1
      mark(.apart, from: first)
      setting = setting.union(.apart)
      return ("|", start..<index)
    case UInt8(ascii: "&"):
      index += 1
      mark([.apart, .background], from: first)
      setting = outer
    case UInt8(ascii: ";") where !";&".utf8.contains(peek(1)):
      index += 1
      setting = outer
    case UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: ")"): setting = outer
    case _ where index < bytes.count && !isAtCloser: fail(.unexpected(String(word(at: index))), index..<index + 1)
    case _: setting = outer
    }
    return nil
  }

  private mutating func mark(_ added: ShellCommand.Setting, from first: Int) {
    for index in first..<max(first, commands.count) { commands[index].setting.formUnion(added) }
  }

  static let closers: [StaticString] = ["then", "elif", "else", "fi", "do", "done", "esac", "}"]

  /// Behind `fi`, `}` and their like another closing word may stand at once.
  private var isAtCloser: Bool {
    Self.closers.contains { starts(with: $0) && isWordEnd($0.utf8CodeUnitCount) }
  }

  private func word(at start: Int) -> Substring {
    let end = bytes[start...].firstIndex(where: Self.isMeta) ?? bytes.count
    return Substring(decoding: bytes[start..<max(end, start + 1)], as: UTF8.self)
  }

  private mutating func takeCloser() -> (text: String, range: Range<Int>)? {
    let start = index
    if starts(with: ";;") || starts(with: ";&") {
      index += starts(with: ";;&") ? 3 : 2
      if peek(-1) == UInt8(ascii: "&") { note(.fallThrough, start..<index) }
      return (";;", start..<index)
    }
    if peek() == UInt8(ascii: ")") {
      index += 1
      return (")", start..<index)
    }
    for word in Self.closers where takeReserved(word) { return (word.description, start..<index) }
    return nil
  }

  /// Takes a reserved word, if it stands here as a word of its own.
  mutating func takeReserved(_ word: StaticString) -> Bool {
    guard starts(with: word), isWordEnd(word.utf8CodeUnitCount) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  /// Whether a word that goes on to here ends `distance` ahead.
  private func isWordEnd(_ distance: Int) -> Bool {
    guard index + distance < bytes.count else { return true }
    switch peek(distance) {
    case UInt8(ascii: "\r"): return peek(distance + 1) == UInt8(ascii: "\n")
    case let byte: return Self.isMeta(byte)
    }
  }

  /// What ends a word that is not quoted.
  static func isMeta(_ byte: UInt8) -> Bool { " \t\n;&|<>()".utf8.contains(byte) }

  /// Commands up to one of `closers`, of which the one that came is returned; nil after a fault.
  mutating func parseBody(
    until closers: [String], for opening: String, _ range: Range<Int>, _ added: ShellCommand.Setting = []
  ) -> String? {
    var found: String?
    nested(added) { parser in
      let before = parser.parsed
      let end = parser.parseList()
      guard !parser.isStopped else { return }
      switch end {
      case .endOfText: parser.fail(.missing(closers[closers.count - 1], for: opening), range)
      case .closer(let word, let place):
        guard closers.contains(word) else { return parser.fail(.unexpected(word), place) }
        // An empty list is a fault, too, save in an item of case.
        if opening != "case", parser.parsed == before {
          return parser.fail(.unexpected(word), place)
        }
        found = word
      }
    }
    return isStopped ? nil : found
  }
}
