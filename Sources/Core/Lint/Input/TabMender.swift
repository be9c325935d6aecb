/// Finds the tabs that keep a YAML text from being read, and how wide they look: tab stops are every eight columns, as
/// terminals, diffs and most editors have them.
///
/// In `bootcmd:\n\t- date` the tab is as good as eight spaces. A tab that is content of a block (`|`, `>`) stays: it is one
/// where spaces enough to be in the block stand before it.
///
/// In `bootcmd:\n  - date\n\t- sync` eight spaces would make one command of two: such a tab stands for others, and nobody but
/// its author knows for how many.
struct TabMender {
  private static let tabStop = 8

  private let source: LintSource
  /// How far the text is indented in the source.
  private let indent: Int
  private var block: Block?
  /// How far a line has to be indented at least to go on with the text that the line before it ends in; nil where that ends in
  /// none.
  private var continuing: Int?
  private(set) var tabs: [MendedTab] = []

  /// A block scalar whose lines are passed.
  private struct Block {
    /// Of the line that it begins on.
    let parentIndent: Int
    /// Of its first line; nil until that is seen.
    var indent: Int?
  }

  /// The tabs of the text that begins at `firstLine` of the source and has `count` lines, each `indent` columns in;
  /// `fault` is where the YAML reader stopped at one, in the source.
  init(_ source: LintSource, firstLine: Int, count: Int, indent: Int, fault: Position) {
    self.source = source
    self.indent = indent
    for number in firstLine..<firstLine + count {
      guard let line = source.line(number) else { break }
      pass(line)
    }
    if let line = source.line(fault.line) { addTab(inside: line, column: fault.column) }
  }

  private mutating func pass(_ line: ArraySlice<UInt8>) {
    let start = line.prefix(indent).prefix { $0 == UInt8(ascii: " ") }.endIndex
    let text = line[start...].drop(while: ASCII.isBlank)
    guard let first = text.first else { return }
    let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
    if let open = block {
      if let blockIndent = open.indent, spaces >= blockIndent { return }
      let width = width(ofBlanksIn: line[..<text.startIndex])
      if width > open.parentIndent, open.indent.map({ width >= $0 }) ?? true {
        addTabs(in: line[..<text.startIndex])
        block = Block(parentIndent: open.parentIndent, indent: open.indent ?? width)
        return
      }
      block = nil
    }
    let width = width(ofBlanksIn: line[..<text.startIndex])
    if first == UInt8(ascii: "#") { return addTabs(in: line[..<text.startIndex]) }
    let words = Self.words(of: text)
    let isSwallowed = continuing.map { width >= $0 } == true && Self.isItem(words)
    addTabs(in: line[..<text.startIndex], areCertain: !isSwallowed)
    // A line that is swallowed goes on with the text of the one before.
    if isSwallowed { return }
    let parent = Self.parentIndent(of: text, width)
    let opensBlock = Self.opensBlock(words)
    if opensBlock { block = Block(parentIndent: parent, indent: nil) }
    let opensCollection = words.last?.last == UInt8(ascii: ":") || words.allSatisfy { $0.elementsEqual("-".utf8) }
    continuing = opensBlock || opensCollection ? nil : parent + 1
  }

  /// Of what the line holds at its end: a key's own column, or that of the dash before a text.
  private static func parentIndent(of text: ArraySlice<UInt8>, _ width: Int) -> Int {
    var parent = width
    var rest = text
    while rest.starts(with: "- ".utf8) {
      parent += 2
      rest = rest.dropFirst(2)
    }
    return rest.contains(UInt8(ascii: ":")) ? parent : parent - 2
  }

  /// Those before a comment.
  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let words = text.split(whereSeparator: ASCII.isBlank)
    return Array(words.prefix { $0.first != UInt8(ascii: "#") })
  }

  /// It begins as an item of a list, or as a key with its value.
  private static func isItem(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.first?.elementsEqual("-".utf8) == true || words.first?.last == UInt8(ascii: ":")
  }

  /// The last word is `|` or `>`, with its indicators.
  private static func opensBlock(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count > 1, let last = words.last, let style = last.first, "|>".utf8.contains(style) else {
      return false
    }
    return last.dropFirst().allSatisfy { ASCII.isDigit($0) || "+-".utf8.contains($0) }
  }

  private func width(ofBlanksIn blanks: ArraySlice<UInt8>) -> Int {
    blanks.reduce(0) { $1 == UInt8(ascii: "\t") ? ($0 / Self.tabStop + 1) * Self.tabStop : $0 + 1 }
  }

  private mutating func addTabs(in blanks: ArraySlice<UInt8>, areCertain: Bool = true) {
    guard blanks.contains(UInt8(ascii: "\t")) else { return }
    var column = 0
    for index in blanks.indices {
      let next = blanks[index] == UInt8(ascii: "\t") ? (column / Self.tabStop + 1) * Self.tabStop : column + 1
      if blanks[index] == UInt8(ascii: "\t") { add(index, width: next - column, isCertain: areCertain) }
      column = next
    }
  }

  /// A tab behind other text is as good as one blank.
  private mutating func addTab(inside line: ArraySlice<UInt8>, column: Int) {
    var index = line.startIndex
    for _ in 1..<max(column, 1) where index < line.endIndex {
      index += 1
      while index < line.endIndex, line[index] & 0xC0 == 0x80 { index += 1 }
    }
    for tab in line[index...].prefix(while: ASCII.isBlank).indices where line[tab] == UInt8(ascii: "\t") {
      add(tab, width: 1, isCertain: true)
    }
  }

  private mutating func add(_ index: Int, width: Int, isCertain: Bool) {
    guard let offset = source.originalOffset(index), tabs.last.map({ $0.offset < offset }) ?? true || isNew(offset)
    else {
      return
    }
    tabs.append(MendedTab(offset: offset, width: width, isCertain: isCertain))
  }

  private func isNew(_ offset: Int) -> Bool { !tabs.contains { $0.offset == offset } }
}
