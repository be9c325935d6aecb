/// The bytes that libyaml is given: a text with the dialect's edits, made as they are asked for.
final class YAMLInput {
  private let text: [UInt8]
  private let edits: [YAMLDialect.Edit]
  private var offset = 0
  private var nextEdit = 0

  init(_ text: [UInt8], edits: [YAMLDialect.Edit]) {
    self.text = text
    self.edits = edits
  }

  /// Up to `room` bytes for `take`, as one run; empty at the end.
  func read(upTo room: Int, into take: (ArraySlice<UInt8>) -> Void) -> Int {
    let limit = min(text.count, offset + room)
    guard nextEdit < edits.count, edits[nextEdit].offset <= limit else {
      take(text[offset..<limit])
      defer { offset = limit }
      return limit - offset
    }
    let edit = edits[nextEdit]
    if edit.offset > offset {
      take(text[offset..<edit.offset])
      defer { offset = edit.offset }
      return edit.offset - offset
    }
    take([edit.byte])
    nextEdit += 1
    if edit.change == .replace { offset += 1 }
    return 1
  }

  /// Where a place that libyaml counted lies in the text without the edits.
  func position(line: Int, column: Int) -> Position {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].position.line < line { low = middle + 1 } else { high = middle }
    }
    var inserted = 0
    while low < edits.count, edits[low].position.line == line {
      let edit = edits[low]
      if edit.change == .insert && column - inserted > edit.position.column + 1 { inserted += 1 }
      low += 1
    }
    return Position(line: line, column: column - inserted)
  }
}
