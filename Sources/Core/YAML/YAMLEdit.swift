/// A change to a text before libyaml reads it.
struct YAMLEdit {
  enum Change {
    /// A blank, put in.
    case blank
    /// A key that is null, and a blank.
    case nullKey
    /// The indentation of a block scalar, 1 to 9.
    case indentation(UInt8)
    /// `#` in place of one byte.
    case comment

    var bytes: [UInt8] {
      switch self {
      case .blank: [UInt8(ascii: " ")]
      case .nullKey: [UInt8(ascii: "~"), UInt8(ascii: " ")]
      case .indentation(let columns): [UInt8(ascii: "0") + columns]
      case .comment: [UInt8(ascii: "#")]
      }
    }

    /// How many bytes of the text are left out.
    var replaced: Int {
      switch self {
      case .blank, .nullKey, .indentation: 0
      case .comment: 1
      }
    }
  }

  let change: Change
  /// Of the byte before which the change is made.
  let offset: Int
  /// Where the new bytes begin, as libyaml counts.
  let place: Position
  /// By how many columns the rest of the line moves right, earlier edits in the line counted.
  let shift: Int
}

extension [YAMLEdit] {
  /// Adds an edit behind all others; `position` is that of `offset` in the unchanged text.
  mutating func add(_ change: YAMLEdit.Change, at offset: Int, _ position: Position) {
    let before = last.map { $0.place.line == position.line ? $0.shift : 0 } ?? 0
    append(
      YAMLEdit(
        change: change, offset: offset, place: Position(line: position.line, column: position.column + before),
        shift: before + change.bytes.count - change.replaced))
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
