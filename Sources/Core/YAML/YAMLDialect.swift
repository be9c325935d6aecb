/// Where PyYAML reads a text otherwise than libyaml does.
///
/// Both descend from one scanner, and differ in details that people's user-data is full of. This is one pass over the
/// text that knows just enough of the grammar (flow nesting, block indentation, where a scalar ends) to find those
/// places:
///
/// - what PyYAML refuses and libyaml takes is the ``stop``: `a:\tb` (a tab as white space), `[a?b]`, `[!!str,a]`;
/// - what PyYAML takes and libyaml refuses is put right by ``edits``: `{a:[1]}` is given to libyaml as `{a: [1]}`, a
///   block scalar whose first line begins with a tab gets its indentation spelt out (`|2`), `[?, x]` becomes `[?~ ,
///   x]`, and `%FOO` a comment.
///
/// It finds no other errors. Where the text is not YAML to either of them, libyaml says so, and what is noted here
/// about the rest of the text does not matter.
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

  /// The end of the text, or of what was looked at where there is a ``stop``.
  private(set) var end = Position.start

  let text: [UInt8]
  var at: Int
  var line = 1
  var lineStart: Int
  /// How many `[` and `{` are open.
  var flowLevel = 0
  /// The column of the innermost block collection, -1 outside all.
  var indent = -1
  var outerIndents: [Int] = []
  /// A key may begin here: PyYAML's `allow_simple_key`.
  var keyAllowed = true
  /// What may turn out to be a key once its `:` is seen; only outside of flow collections, where it sets an indent.
  var key: SimpleKey?
  /// A `?` in a flow collection, until it is known what follows.
  var openKey: (offset: Int, position: Position)?
  var counted = (offset: 0, column: 1)
  /// `%YAML` was seen, and no `---` since.
  var sawVersion = false
  /// Of all documents together.
  var tagDirectives = 0
  /// A directive was seen, and no `---` since.
  var inDirectives = false

  /// `text` is valid in the sense of ``YAMLCharacters``.
  init(_ text: [UInt8]) {
    self.text = text
    at = 0
    lineStart = 0
    while stop == nil && at < text.count {
      token()
      // Each is for a node of its own, or a line for nothing.
      if edits.count > Limits.yamlNodes { refuse(.tooManyNodes) }
    }
    if stop == nil && inDirectives { refuse(.noDocumentStart) }
    end = position()
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
}
