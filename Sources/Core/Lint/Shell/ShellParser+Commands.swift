extension ShellParser {
  /// One command: a simple one, a compound one, or the definition of a function.
  mutating func parseCommand() {
    parsed += 1
    while takesPrefix() {
      skipBlanks()
      if isAtEnd || Self.isMeta(peek()), !"(<>".utf8.contains(peek()) { return }
    }
    let start = index
    switch peek() {
    case UInt8(ascii: "(") where peek(1) == UInt8(ascii: "(") && skipArithmetic(from: 2):
      note(.arithmeticCommand, start..<index)
      parseRedirections()
    case UInt8(ascii: "("):
      index += 1
      _ = parseBody(until: [")"], for: "(", start..<index, .apart)
      parseRedirections()
    case UInt8(ascii: "&") where peek(1) == UInt8(ascii: ">"): parseSimple()
    case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ";"):
      let width = peek(1) == peek() ? 2 : 1
      fail(.unexpected(String(decoding: bytes[start..<start + width], as: UTF8.self)), start..<start + width)
    case _ where parseCompound(from: start): parseRedirections()
    case _: parseSimple()
    }
  }

  /// A word that a whole command stands behind: `!`, `time -p`, `coproc NAME`.
  private mutating func takesPrefix() -> Bool {
    let start = index
    if takeReserved("coproc") {
      note(.coprocess, start..<index)
      skipBlanks()
      let name = index
      while ASCII.isAlphanumeric(peek()) || peek() == UInt8(ascii: "_") { index += 1 }
      skipBlanks()
      // Only before a compound command it is a name.
      let behind = index
      let opens: [StaticString] = ["if", "while", "until", "for", "select", "case", "[["]
      index = "{(".utf8.contains(peek()) || opens.contains(where: { takeReserved($0) }) ? behind : name
      return true
    }
    guard takeReserved("time") else { return takeReserved("!") }
    skipBlanks()
    _ = takeReserved("-p")
    return true
  }

  /// False where no compound command begins here.
  private mutating func parseCompound(from start: Int) -> Bool {
    let open = { (parser: ShellParser) in start..<parser.index }
    if takeReserved("if") {
      parseIf(open(self))
    } else if takeReserved("while") || takeReserved("until") {
      let word = String(decoding: bytes[open(self)], as: UTF8.self)
      guard parseBody(until: ["do"], for: word, open(self), .looped) != nil else { return true }
      _ = parseBody(until: ["done"], for: word, start..<start + 5, .looped)
    } else if takeReserved("for") || takeReserved("select") {
      parseFor(open(self))
    } else if takeReserved("case") {
      parseCase(open(self))
    } else if takeReserved("{") {
      _ = parseBody(until: ["}"], for: "{", open(self))
    } else if takeReserved("[[") {
      note(.doubleBracket, open(self))
      parseDoubleBracket(open(self))
    } else if takeReserved("function") {
      note(.functionWord, open(self))
      skipBlanks()
      _ = takeWord()
      skipBlanks()
      if starts(with: "()") { index += 2 }
      parseFunctionBody()
    } else {
      return false
    }
    return true
  }

  private mutating func parseIf(_ opening: Range<Int>) {
    guard var word = parseBody(until: ["then"], for: "if", opening) else { return }
    while word != "fi" {
      let closers = word == "else" ? ["fi"] : word == "elif" ? ["then"] : ["elif", "else", "fi"]
      guard let next = parseBody(until: closers, for: "if", opening, .conditional) else { return }
      word = next
    }
  }

  private mutating func parseFor(_ opening: Range<Int>) {
    skipBlanks()
    let start = index
    if starts(with: "((") {
      guard skipArithmetic(from: 2, isLoop: true) else { return fail(.unclosed("(("), start..<start + 2) }
      note(.arithmeticCommand, start..<index)
    } else {
      guard takeWord() != nil else { return fail(.missing("done", for: "for"), opening) }
    }
    skipLines()
    if takeReserved("in") {
      skipBlanks()
      while !isAtEnd, takeWord() != nil { skipBlanks() }
    }
    skipBlanks()
    if peek() == UInt8(ascii: ";") { index += 1 }
    skipLines()
    let place = index
    let isBraced = takeReserved("{")
    guard isBraced || takeReserved("do") else {
      if isAtEnd { return fail(.missing("done", for: "for"), opening) }
      return fail(.unexpected(String(decoding: bytes[place..<place + 1], as: UTF8.self)), place..<place + 1)
    }
    _ = parseBody(until: [isBraced ? "}" : "done"], for: "for", opening, .looped)
  }

  private mutating func parseCase(_ opening: Range<Int>) {
    skipBlanks()
    guard takeWord() != nil else { return fail(.missing("esac", for: "case"), opening) }
    skipLines()
    guard takeReserved("in") else { return fail(.missing("in", for: "case"), opening) }
    while !isStopped {
      skipLines()
      if takeReserved("esac") { return }
      if peek() == UInt8(ascii: "(") { index += 1 }
      guard parsePattern() else { return fail(.missing("esac", for: "case"), opening) }
      guard let end = parseBody(until: [";;", "esac"], for: "case", opening, .conditional) else { return }
      if end == "esac" { return }
    }
  }

  /// `a | b )`
  private mutating func parsePattern() -> Bool {
    while !isStopped {
      skipBlanks()
      guard takeWord() != nil else { return false }
      skipBlanks()
      switch peek() {
      case UInt8(ascii: "|"): index += 1
      case UInt8(ascii: ")"):
        index += 1
        return true
      case _: return false
      }
    }
    return false
  }

  /// Words and operators up to `]]`, where `(`, `<`, `&&` and the like are part of the expression.
  private mutating func parseDoubleBracket(_ opening: Range<Int>) {
    while !isStopped {
      skipLines()
      if isAtEnd { return fail(.missing("]]", for: "[["), opening) }
      if takeReserved("]]") { return }
      if takeWord() == nil { index += 1 }
    }
  }

  private mutating func parseFunctionBody() {
    skipLines()
    nested(.function) { parser in
      guard !parser.isAtEnd else { return }
      parser.parseCommand()
    }
  }

  /// Words, assignments and redirections.
  private mutating func parseSimple() {
    var command = ShellCommand(setting: setting)
    while !isStopped {
      skipBlanks()
      if isAtEnd { break }
      if let redirection = takeRedirection() {
        command.add(redirection)
        continue
      }
      let start = index
      guard let word = takeWord() else {
        guard peek() == UInt8(ascii: "(") else { break }
        if command.words.count == 1, takesParentheses() { return parseFunctionBody() }
        return fail(.unexpected("("), start..<start + 1)
      }
      let isAssigned = (command.words.isEmpty || isDeclaration(command)) && isAssignment(word)
      if !isAssigned || !command.words.isEmpty { command.add(word) }
    }
    if !command.words.isEmpty || !command.redirections.isEmpty { commands.append(command) }
  }

  /// What takes assignments as its words, lists among them: `declare -A a=([b]=c)`.
  private func isDeclaration(_ command: ShellCommand) -> Bool {
    command.words.first.map { word in
      ["declare", "typeset", "local", "readonly", "export"].contains { bytes[word.range].elementsEqual($0.utf8) }
    } ?? false
  }

  /// `( )` behind the name of a function.
  private mutating func takesParentheses() -> Bool {
    let start = index
    index += 1
    skipBlanks()
    guard peek() == UInt8(ascii: ")") else {
      index = start
      return false
    }
    index += 1
    return true
  }

  /// `NAME=value`; a value that is a list in parentheses is taken along.
  private mutating func isAssignment(_ word: ShellWord) -> Bool {
    let text = bytes[word.range]
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")), equals > text.startIndex else { return false }
    let name = text[..<equals].prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "+") }
    guard let first = name.first, !ASCII.isDigit(first),
      name.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") })
    else { return false }
    if equals == text.endIndex - 1, peek() == UInt8(ascii: "(") { takeArray(from: word.range.lowerBound) }
    return true
  }

  private mutating func takeArray(from start: Int) {
    let opening = index..<index + 1
    index += 1
    while !isStopped {
      skipLines()
      if isAtEnd { return fail(.unclosed("("), opening) }
      if peek() == UInt8(ascii: ")") { break }
      if takeWord() == nil { return fail(.unexpected(String(decoding: [peek()], as: UTF8.self)), index..<index + 1) }
    }
    index += 1
    note(.array, start..<index)
  }

  mutating func note(_ kind: ShellText.Bashism.Kind, _ range: Range<Int>) {
    bashisms.append(ShellText.Bashism(kind: kind, range: range))
  }
}
