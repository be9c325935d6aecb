/// A change to a text before libyaml reads it: bytes put in before the one at `offset`, or in place of it.
struct YAMLEdit {
  let offset: Int
  /// How many bytes of the text are left out there: 0 or 1.
  let replaced: Int
  let bytes: [UInt8]
  /// Where the new bytes begin, as libyaml counts.
  let place: Position
  /// By how many columns the rest of the line moves right, earlier edits in the line counted.
  let shift: Int
}

extension [YAMLEdit] {
  /// Adds an edit behind all others; `position` is that of `offset` in the unchanged text.
  mutating func add(at offset: Int, _ position: Position, replacing replaced: Int, by text: String) {
    let bytes = [UInt8](text.utf8)
    let before = last.map { $0.place.line == position.line ? $0.shift : 0 } ?? 0
    append(
      YAMLEdit(
        offset: offset, replaced: replaced, bytes: bytes,
        place: Position(line: position.line, column: position.column + before),
        shift: before + bytes.count - replaced))
  }

  /// Where a place that libyaml counted lies in the unchanged text.
  func original(_ place: Position) -> Position {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].place < place { low = middle + 1 } else { high = middle }
    }
    guard low > startIndex, self[low - 1].place.line == place.line else { return place }
    let edit = self[low - 1]
    return Position(line: place.line, column: Swift.max(edit.place.column, place.column - edit.shift))
  }
}
