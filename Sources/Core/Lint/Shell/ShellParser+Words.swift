extension ShellParser {
  /// The word that begins here; nil at a character that is none of a word.
  mutating func takeWord() -> ShellWord? {
    let start = index
    var form = ShellWord.Form.plain
    while !isAtEnd {
      let byte = peek()
      switch byte {
      case UInt8(ascii: "'"):
        skipSingleQuotes()
        if form == .plain { form = .quoted }
      case UInt8(ascii: "\""):
        if skipDoubleQuotes() { form = .expanded } else if form == .plain { form = .quoted }
      case UInt8(ascii: "\\"):
        index = min(index + 2, bytes.count)
        if form == .plain { form = .quoted }
      case UInt8(ascii: "$"):
        skipDollar(isQuoted: false)
        form = .expanded
      case UInt8(ascii: "`"):
        skipBackquotes()
        form = .expanded
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        guard index == start, peek(1) == UInt8(ascii: "(") else { return word(start, form) }
        index += 2
        note(.processSubstitution, start..<index)
        skipSubstitution(start..<index, "\(Unicode.Scalar(byte))(")
        form = .expanded
      case UInt8(ascii: "(") where index > start && "?*+@!".utf8.contains(peek(-1)) && peek(1) != UInt8(ascii: ")"):
        nested { $0.skipPattern() }
      case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"): return word(start, form)
      case _ where Self.isMeta(byte): return word(start, form)
      case _: index += 1
      }
    }
    return word(start, form)
  }

  private func word(_ start: Int, _ form: ShellWord.Form) -> ShellWord? {
    index > start ? ShellWord(range: start..<index, form: form) : nil
  }

  /// `(a|b*)` behind one of `?*+@!`.
  private mutating func skipPattern() {
    let opening = index..<index + 1
    index += 1
    while !isAtEnd, peek() != UInt8(ascii: ")") {
      if takeWord() == nil { index += 1 }
    }
    if isAtEnd { return fail(.unclosed("("), opening) }
    index += 1
    note(.pattern, opening.lowerBound - 1..<index)
  }

  private mutating func skipSingleQuotes() {
    guard let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "'")) else {
      return fail(.unclosed("'"), index..<index + 1)
    }
    index = end + 1
  }

  /// True where something in it is expanded.
  private mutating func skipDoubleQuotes() -> Bool {
    let start = index
    var isExpanded = false
    index += 1
    while !isAtEnd {
      switch peek() {
      case UInt8(ascii: "\""):
        index += 1
        return isExpanded
      case UInt8(ascii: "\\"): index = min(index + 2, bytes.count)
      case UInt8(ascii: "$"):
        isExpanded = true
        skipDollar(isQuoted: true)
      case UInt8(ascii: "`"):
        isExpanded = true
        skipBackquotes()
      case _: index += 1
      }
    }
    fail(.unclosed("\""), start..<start + 1)
    return isExpanded
  }

  /// The text up to the backquote that closes it is taken as it is.
  private mutating func skipBackquotes() {
    let start = index
    index += 1
    while index < bytes.count, peek() != UInt8(ascii: "`") {
      index += peek() == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else { return fail(.unclosed("`"), start..<start + 1) }
    index += 1
  }

  /// `$name`, `${...}`, `$(...)`, `$((...))`, or a dollar that is only one.
  private mutating func skipDollar(isQuoted: Bool) {
    let start = index
    index += 1
    switch peek() {
    case UInt8(ascii: "("):
      if peek(1) == UInt8(ascii: "("), skipArithmetic(from: 2) { return }
      index += 1
      skipSubstitution(start..<index, "$(")
    case UInt8(ascii: "{"):
      index += 1
      nested { $0.skipBraces(start..<start + 2, isQuoted: isQuoted) }
    case UInt8(ascii: "'") where !isQuoted:
      index += 1
      while index < bytes.count, peek() != UInt8(ascii: "'") { index += peek() == UInt8(ascii: "\\") ? 2 : 1 }
      guard index < bytes.count else { return fail(.unclosed("$'"), start..<start + 2) }
      index += 1
      note(.expansion, start..<index)
    case _: return
    }
  }

  private mutating func skipSubstitution(_ opening: Range<Int>, _ text: String) {
    nested(.apart) { parser in
      let outer = parser.hereDocuments
      parser.hereDocuments = []
      switch parser.parseList() {
      case .endOfText: parser.fail(.unclosed(text), opening)
      case .closer(")", _): parser.hereDocuments = outer
      case .closer(let word, let range): parser.fail(.unexpected(word), range)
      }
    }
  }

  /// Goes behind the `))` that closes an expression opened `distance` before; false, having moved nowhere, where there
  /// is none. Only in the head of a loop it holds semicolons.
  mutating func skipArithmetic(from distance: Int, isLoop: Bool = false) -> Bool {
    var (place, open) = (index + distance, 0)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")") where open > 0: open -= 1
      case UInt8(ascii: ")"):
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: ")") else { return false }
        index = place + 2
        return true
      case UInt8(ascii: ";") where isLoop: break
      case UInt8(ascii: "\n"), UInt8(ascii: ";"): return false
      case _: break
      }
      place += 1
    }
    return false
  }

  /// Up to the `}` of `${`; of what is between, quotes and expansions are told apart.
  private mutating func skipBraces(_ opening: Range<Int>, isQuoted: Bool) {
    let name = index
    while !isAtEnd {
      switch peek() {
      case UInt8(ascii: "}"):
        if isBashExpansion(bytes[name..<index]) { note(.expansion, opening.lowerBound..<index + 1) }
        index += 1
        return
      case UInt8(ascii: "\\"): index = min(index + 2, bytes.count)
      case UInt8(ascii: "'") where !isQuoted: skipSingleQuotes()
      case UInt8(ascii: "\""): _ = skipDoubleQuotes()
      case UInt8(ascii: "$"): skipDollar(isQuoted: isQuoted)
      case UInt8(ascii: "`"): skipBackquotes()
      case _: index += 1
      }
    }
    fail(.unclosed("${"), opening)
  }

  /// `x//a/b`, `x:1:2`, `x^^`, `!x`, `x[0]`: what is inside of the braces.
  private func isBashExpansion(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "!"), text.count > 1 { return true }
    let start = text.first == UInt8(ascii: "#") ? text.dropFirst() : text
    let rest = start.drop { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    guard rest.startIndex > start.startIndex, let byte = rest.first else { return false }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "^"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "@"): return true
    case UInt8(ascii: ":"): return rest.dropFirst().first.map { !"-=+?".utf8.contains($0) } ?? false
    case _: return false
    }
  }
}
