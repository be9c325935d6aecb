/// A tab of a source that became spaces before it was read.
struct MendedTab: Comparable {
  /// Of the tab in the original.
  let offset: Int
  /// How many spaces it became.
  let width: Int
  /// Whether those spaces are what it stands for, and not only what the text can be read with.
  let isCertain: Bool
  /// Of the first of them in the text that was read.
  fileprivate(set) var expandedOffset = 0

  init(offset: Int, width: Int, isCertain: Bool) {
    self.offset = offset
    self.width = width
    self.isCertain = isCertain
  }

  static func < (left: MendedTab, right: MendedTab) -> Bool { left.offset < right.offset }

  /// The text with spaces in place of `tabs`, and where they are in it.
  static func expanded(_ tabs: [MendedTab], in original: [UInt8]) -> (bytes: [UInt8], tabs: [MendedTab]) {
    guard !tabs.isEmpty else { return (original, []) }
    var bytes: [UInt8] = []
    var placed: [MendedTab] = []
    var end = 0
    for var tab in tabs.sorted() {
      bytes += original[end..<tab.offset]
      tab.expandedOffset = bytes.count
      bytes += repeatElement(UInt8(ascii: " "), count: tab.width)
      end = tab.offset + 1
      placed.append(tab)
    }
    return (bytes + original[end...], placed)
  }
}

extension LintSource {
  /// Where the byte at `offset` of ``bytes`` was in the original; nil in the middle of what was one tab.
  func originalOffset(_ offset: Int) -> Int? {
    guard let tab = lastTab(upTo: offset) else { return offset }
    if offset == tab.expandedOffset { return tab.offset }
    let rest = offset - tab.expandedOffset - tab.width
    return rest < 0 ? nil : tab.offset + 1 + rest
  }

  /// Where a place in ``bytes`` was in the original; in the middle of a tab, the tab.
  func original(_ position: Position) -> Position {
    guard !tabs.isEmpty, let line = line(position.line),
      let offset = offset(of: Origin(source: name, position: position))
    else { return position }
    let place = originalOffset(offset) ?? lastTab(upTo: offset)?.offset ?? offset
    let start = originalOffset(line.startIndex) ?? line.startIndex
    guard start <= place else { return position }
    return Position(line: position.line, column: 1 + original[start..<place].count { $0 & 0xC0 != 0x80 })
  }

  /// Where a tab stands in the original.
  func place(of tab: MendedTab) -> Position? {
    place(ofByte: tab.expandedOffset).map(original)
  }

  /// A line as it was, counted from 1, without its end.
  func originalLine(_ number: Int) -> ArraySlice<UInt8>? {
    guard let line = line(number) else { return nil }
    guard let start = originalOffset(line.startIndex), let end = originalOffset(line.endIndex) else { return line }
    return original[start..<end]
  }

  private func lastTab(upTo offset: Int) -> MendedTab? {
    var (low, high) = (0, tabs.count)
    while low < high {
      let middle = (low + high) / 2
      if tabs[middle].expandedOffset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? tabs[low - 1] : nil
  }
}
