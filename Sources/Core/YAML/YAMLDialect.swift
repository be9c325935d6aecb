/// Where PyYAML reads a text otherwise than libyaml does.
///
/// Both descend from one scanner, and differ in details that people's user-data is full of. This is one pass over the
/// text that knows just enough of the grammar (flow nesting, block indentation, where a scalar ends) to find those places:
///
/// - what PyYAML refuses and libyaml takes is the ``stop``: `a:\tb` (a tab as white space), `[a?b]`, `[!!str,a]`;
/// - what PyYAML takes and libyaml refuses is put right by ``edits``: `{a:[1]}` is given to libyaml as `{a: [1]}`, a
///   block scalar whose first line begins with a tab gets its indentation spelt out (`|2`), `[?, x]` becomes `[?~ , x]`,
///   and `%FOO` a comment.
///
/// It finds no other errors. Where the text is not YAML to either of them, libyaml says so, and what is noted here about
/// the rest of the text does not matter.
struct YAMLDialect {
  /// Where a block scalar's text lies.
  struct BlockScalar {
    /// The line below the `|`.
    let firstLine: Int
    let indent: Int
  }

  struct SimpleKey {
    let offset: Int
    let line: Int
    let column: Int
  }

  /// The first thing that PyYAML refuses.
  var stop: YAMLFault?
  /// In the order of the text.
  var edits: [YAMLEdit] = []
  /// Every block scalar in the order of the text.
  var blockScalars: [BlockScalar] = []

  let text: [UInt8]
  var at: Int
  var line = 1
  var lineStart: Int
  /// How many `[` and `{` are open.
  var flowLevel = 0
  /// The column of the innermost block collection, -1 outside all.
  var indent = -1
  private var outerIndents: [Int] = []
  /// A key may begin here: PyYAML's `allow_simple_key`.
  var keyAllowed = true
  /// What may turn out to be a key once its `:` is seen; only outside of flow collections, where it sets an indent.
  private var key: SimpleKey?
  /// A `?` in a flow collection, until it is known what follows.
  private var openKey: (offset: Int, position: Position)?
  private var counted = (offset: 0, column: 1)
  /// `%YAML` was seen, and no `---` since.
  var sawVersion = false
  /// A directive was seen, and no `---` since.
  var inDirectives = false

  /// `text` is valid in the sense of ``YAMLCharacters``.
  init(_ text: [UInt8]) {
    self.text = text
    at = 0
    lineStart = 0
    while stop == nil && at < text.count { token() }
    if stop == nil && inDirectives { refuse(.noDocumentStart) }
  }

  var column: Int { at - lineStart }

  /// The place of `at`. Counts on from the last one asked for, so that many in one line cost no more than the line.
  mutating func position() -> Position {
    let from = (lineStart...at).contains(counted.offset) ? counted : (offset: lineStart, column: 1)
    counted = (at, from.column + YAMLCharacters.column(of: at, lineStart: from.offset, in: text) - 1)
    return Position(line: line, column: counted.column)
  }

  /// The byte `offset` further on; 0 past the end, which no valid text holds.
  @inline(__always)
  func peek(_ offset: Int = 0) -> UInt8 {
    at + offset < text.count ? text[at + offset] : 0
  }

  func isBreak(_ offset: Int = 0) -> Bool { YAMLCharacters.lineBreak(at: at + offset, in: text) > 0 }

  /// End of text, blank or line break: what must follow an indicator.
  func isBlankOrEnd(_ offset: Int) -> Bool {
    switch peek(offset) {
    case 0, UInt8(ascii: " "), UInt8(ascii: "\t"): true
    default: isBreak(offset)
    }
  }

  /// `---` or `...` at the start of a line.
  var isDocumentMarker: Bool {
    let first = peek()
    guard column == 0, first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
    return peek(1) == first && peek(2) == first && isBlankOrEnd(3)
  }

  mutating func refuse(_ problem: YAMLProblem) {
    stop = YAMLFault(problem, at: position())
  }

  /// Goes past a line break, if there is one.
  mutating func takeBreak() -> Bool {
    let length = YAMLCharacters.lineBreak(at: at, in: text)
    guard length > 0 else { return false }
    at += length
    line += 1
    lineStart = at
    return true
  }

  mutating func skipSpaces() {
    while peek() == UInt8(ascii: " ") { at += 1 }
  }

  mutating func skipLine() {
    while at < text.count {
      let byte = text[at]
      // Every line break begins with one of CR, LF, 0xC2, 0xE2.
      if byte < 0x0E || byte >= 0xC2, isBreak() { return }
      at += 1
    }
  }

  /// Blanks, comments and line breaks up to the next token.
  private mutating func skipToToken() {
    repeat {
      skipSpaces()
      if peek() == UInt8(ascii: "#") { skipLine() }
      guard takeBreak() else { return }
      if flowLevel == 0 { keyAllowed = true }
    } while true
  }

  private mutating func token() {
    skipToToken()
    if flowLevel == 0 { unwind(to: column) }
    guard at < text.count else { return }
    if column == 0 && lineToken() { return }
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
  private mutating func lineToken() -> Bool {
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
    if [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: ":")].contains(peek()) {
      edits.add(at: key.offset, key.position, replacing: 0, by: "~ ")
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
