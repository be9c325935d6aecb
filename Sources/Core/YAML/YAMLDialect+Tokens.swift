extension YAMLDialect {
  /// Blanks, comments and line breaks up to the next token.
  private mutating func skipToToken() {
    repeat {
      skipSpaces()
      if peek() == UInt8(ascii: "#") { skipLine() }
      guard takeBreak() else { return }
      if flowLevel == 0 { keyAllowed = true }
    } while true
  }

  /// Goes past one token, keeping the book of indentation and keys as both scanners do.
  mutating func token() {
    skipToToken()
    if flowLevel == 0 { unwind(to: column) }
    guard at < text.count else { return }
    if column == 0 && lineStartToken() { return }
    if inDirectives { return refuse(.noDocumentStart) }
    closeKey()
    switch peek() {
    case UInt8(ascii: "\t"): refuse(.tab)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      saveKey()
      flowLevel += 1
      at += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard flowLevel > 0 else { return refuse(.unopenedBracket(peek())) }
      flowLevel -= 1
      keyAllowed = false
      at += 1
    case UInt8(ascii: ","): at += 1
    case UInt8(ascii: "-") where isBlankOrEnd(1), UInt8(ascii: "?") where flowLevel > 0 || isBlankOrEnd(1): entry()
    case UInt8(ascii: ":") where flowLevel > 0 || isBlankOrEnd(1): value()
    case UInt8(ascii: "*"), UInt8(ascii: "&"): anchor()
    case UInt8(ascii: "!"): tag()
    case UInt8(ascii: "|") where flowLevel == 0, UInt8(ascii: ">") where flowLevel == 0:
      key = nil
      keyAllowed = true
      blockScalar()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      saveKey()
      quotedScalar()
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      refuse(.indicator(peek()))
    default:
      saveKey()
      plainScalar()
    }
  }

  /// What only the start of a line can hold: a directive, a document marker, a stray byte order mark.
  private mutating func lineStartToken() -> Bool {
    if peek() == UInt8(ascii: "%") && flowLevel == 0 {
      unwind(to: -1)
      key = nil
      keyAllowed = false
      directive()
      return true
    }
    if isDocumentMarker {
      if inDirectives && peek() == UInt8(ascii: ".") { refuse(.noDocumentStart) }
      unwind(to: -1)
      key = nil
      keyAllowed = false
      inDirectives = false
      sawVersion = false
      at += 3
      return true
    }
    guard peek() == 0xEF && peek(1) == 0xBB && peek(2) == 0xBF else { return false }
    refuse(.byteOrderMark)
    return true
  }

  private mutating func unwind(to column: Int) {
    while indent > column, let outer = outerIndents.popLast() { indent = outer }
  }

  private mutating func addIndent(_ column: Int) {
    guard indent < column else { return }
    outerIndents.append(indent)
    indent = column
  }

  private mutating func saveKey() {
    guard flowLevel == 0 else { return }
    if keyAllowed { key = SimpleKey(offset: at, line: line, column: column) }
    keyAllowed = false
  }

  /// `-` or `?`.
  private mutating func entry() {
    if flowLevel == 0 {
      addIndent(column)
      keyAllowed = true
      key = nil
      at += 1
    } else {
      let isKey = peek() == UInt8(ascii: "?")
      at += 1
      if isKey { openKey = (at, position()) }
    }
  }

  /// libyaml passes over what follows a `?` without a key in `[ ]`: the key is written out for it.
  private mutating func closeKey() {
    guard let key = openKey else { return }
    openKey = nil
    switch peek() {
    case UInt8(ascii: ","), UInt8(ascii: "]"): edits.add(.nullKey, at: key.offset, key.position)
    case UInt8(ascii: ":"):
      edits.add(.nullKey, at: key.offset, key.position)
      // Or the colon would be text of the key.
      let colon = position()
      edits.add(.blank, at: at + 1, Position(line: colon.line, column: colon.column + 1))
    default: break
    }
  }

  /// `:`, after a key on the same line or by itself.
  private mutating func value() {
    if flowLevel == 0 {
      if let key, key.line == line, isWithinReach(key) {
        addIndent(key.column)
        keyAllowed = false
      } else {
        addIndent(column)
        keyAllowed = true
      }
      key = nil
    }
    at += 1
  }

  /// A key is at most 1,024 characters away from its `:`.
  private func isWithinReach(_ key: SimpleKey) -> Bool {
    guard at - key.offset > 1024 else { return true }
    return YAMLCharacters.column(of: at, lineStart: key.offset, in: text) - 1 <= 1024
  }

  private mutating func anchor() {
    saveKey()
    at += 1
    while isNameByte(peek()) { at += 1 }
  }

  func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// PyYAML takes `,` as part of a tag and wants white space after it; libyaml lets `,` end a tag in a flow collection.
  private mutating func tag() {
    saveKey()
    let verbatim = peek(1) == UInt8(ascii: "<")
    at += verbatim ? 2 : 1
    while !isBlankOrEnd(0) {
      switch peek() {
      case UInt8(ascii: ">") where verbatim:
        at += 1
        if peek() == UInt8(ascii: ",") { refuse(.tagEnd) }
        return
      case UInt8(ascii: ",") where !verbatim: return refuse(.tagEnd)
      default: at += 1
      }
    }
  }
}
