extension YAMLDialect {
  /// To PyYAML a plain scalar ends at a tab anywhere, and in a flow collection at `?` and at a `:` before `,[]{}`.
  mutating func plainScalar() {
    while plainWords() {
      let spaces = at
      skipSpaces()
      if takeBreak() {
        keyAllowed = true
        guard !isDocumentMarker else { return }
        while peek() == UInt8(ascii: " ") || isBreak() {
          if takeBreak() {
            guard !isDocumentMarker else { return }
          } else {
            at += 1
          }
        }
      } else if at == spaces {
        break
      }
      if peek() == UInt8(ascii: "#") || (flowLevel == 0 && column <= indent) { break }
    }
    if flowLevel > 0 && peek() == UInt8(ascii: "?") { refuse(.questionMark) }
  }

  /// Goes to the end of a run of characters that are no white space; false where there is none.
  private mutating func plainWords() -> Bool {
    let start = at
    scan: while at < text.count {
      switch text[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break scan
      case UInt8(ascii: ":"):
        if isBlankOrEnd(1) { break scan }
        if flowLevel > 0 && isFlowIndicator(peek(1)) {
          let colon = position()
          let behind = Position(line: colon.line, column: colon.column + 1)
          edits.add(at: at + 1, behind, replacing: 0, by: " ")
          break scan
        }
      case UInt8(ascii: "?") where flowLevel > 0: break scan
      case let byte where flowLevel > 0 && isFlowIndicator(byte): break scan
      case 0x0A, 0x0D: break scan
      case 0xC2, 0xE2: if isBreak() { break scan }
      default: break
      }
      at += 1
    }
    guard at > start else { return false }
    keyAllowed = false
    return true
  }

  private func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// Tabs are text in here; only its end is looked for. A missing end is libyaml's to report.
  mutating func quotedScalar() {
    let quote = peek()
    let double = quote == UInt8(ascii: "\"")
    at += 1
    while at < text.count {
      switch text[at] {
      case quote where !double && peek(1) == quote: at += 2
      case quote:
        at += 1
        return
      case UInt8(ascii: "\\") where double:
        at += 1
        if at < text.count && !takeBreak() { at += 1 }
      case 0x0A, 0x0D, 0xC2, 0xE2:
        if !takeBreak() { at += 1 }
      default: at += 1
      }
    }
  }

  /// `|` or `>`: notes where its text lies.
  ///
  /// libyaml refuses a tab where it looks for the indentation, also when the tab is the first character of the text:
  ///
  ///     script: |
  ///       <tab>true
  ///
  /// PyYAML takes the two spaces for the indentation and the tab for text. The indentation spelt out, `|2`, makes libyaml
  /// do the same, as long as it is one digit; a deeper one is left as it is, to be refused.
  mutating func blockScalar() {
    at += 1
    let header = (offset: at, position: position())
    guard let increment = blockScalarHeader() else { return }
    let outer = max(indent, 0)
    let textIndent: Int
    if let increment {
      textIndent = max(indent + 1, 1) + increment - 1
      skipIndentation(upTo: textIndent)
    } else {
      var widest = 0
      repeat {
        skipSpaces()
        widest = max(widest, column)
      } while takeBreak()
      textIndent = max(indent + 1, 1, widest)
      if peek() == UInt8(ascii: "\t") && column == textIndent && textIndent - outer <= 9 {
        edits.add(at: header.offset, header.position, replacing: 0, by: String(textIndent - outer))
      }
    }
    blockScalars.append(BlockScalar(firstLine: header.position.line + 1, indent: textIndent))
    while column == textIndent && at < text.count {
      skipLine()
      _ = takeBreak()
      skipIndentation(upTo: textIndent)
    }
  }

  /// The indentation and the empty lines before the next line of a block scalar.
  private mutating func skipIndentation(upTo indent: Int) {
    repeat {
      while column < indent && peek() == UInt8(ascii: " ") { at += 1 }
    } while takeBreak()
  }

  /// Goes past `+`, `-`, a digit and a comment to the next line; gives the digit, `.some(nil)` where there is none, nil
  /// where the header is wrong. PyYAML wants a space before the comment, and no tab.
  private mutating func blockScalarHeader() -> Int?? {
    var increment: Int?
    for _ in 0..<2 {
      switch peek() {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): at += 1
      case let byte where increment == nil && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
        increment = Int(byte - UInt8(ascii: "0"))
        at += 1
      default: break
      }
    }
    let start = at
    skipSpaces()
    if peek() == UInt8(ascii: "#") && at > start { skipLine() }
    if at < text.count && !takeBreak() {
      refuse(peek() == UInt8(ascii: "\t") ? .tab : .blockScalarHeader)
      return nil
    }
    return .some(increment)
  }

  /// A directive that libyaml does not know becomes a comment: PyYAML skips those, and takes any minor version of 1.
  mutating func directive() {
    let start = (offset: at, position: position())
    inDirectives = true
    at += 1
    let nameStart = at
    while isNameByte(peek()) { at += 1 }
    let name = text[nameStart..<at]
    guard !name.isEmpty, !isTab(), isBlankOrEnd(0) else { return refuse(isTab() ? .tab : .directiveName) }
    if name.elementsEqual("YAML".utf8) {
      if sawVersion { return refuse(.secondVersion) }
      sawVersion = true
      skipSpaces()
      if isOtherMinorOfOne() { edits.add(at: start.offset, start.position, replacing: 1, by: "#") }
    } else if !name.elementsEqual("TAG".utf8) {
      edits.add(at: start.offset, start.position, replacing: 1, by: "#")
      skipLine()
    }
    while at < text.count && !isBreak() && peek() != UInt8(ascii: "#") {
      if isTab() { return refuse(.tab) }
      at += 1
    }
    skipLine()
    _ = takeBreak()
  }

  private func isTab() -> Bool { peek() == UInt8(ascii: "\t") }

  /// Goes past a version; true where it is 1.x and libyaml would not take the x.
  private mutating func isOtherMinorOfOne() -> Bool {
    let start = at
    while isDigit() { at += 1 }
    let major = text[start..<at].drop { $0 == UInt8(ascii: "0") }
    guard major.elementsEqual("1".utf8), peek() == UInt8(ascii: ".") else { return false }
    at += 1
    let minorStart = at
    while isDigit() { at += 1 }
    let minor = text[minorStart..<at]
    guard !minor.isEmpty, !isTab(), isBlankOrEnd(0) else { return false }
    // Nor does libyaml take long numbers, whatever their value.
    return at - start > 9 || !["1", "2"].contains { minor.elementsEqual($0.utf8) }
  }

  private func isDigit() -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek()) }
}
