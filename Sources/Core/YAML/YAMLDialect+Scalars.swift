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
          edits.add(.blank, at: at + 1, behind)
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
  /// PyYAML takes the two spaces for the indentation and the tab for text. The indentation spelt out, `|2`, makes
  /// libyaml do the same, as long as it is one digit; a deeper one is left as it is, to be refused.
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
        edits.add(.indentation(UInt8(textIndent - outer)), at: header.offset, header.position)
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
}
