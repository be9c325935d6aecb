/// Edits of one text that do not touch each other.
struct TextEdits {
  /// By where they begin.
  private var edits: [TextEdit] = []

  /// Takes the edits of one mend, all or, where one touches what is edited already, none.
  mutating func add(_ mend: [TextEdit]) -> Bool {
    guard mend.allSatisfy(isFree) else { return false }
    for edit in mend { edits.insert(edit, at: index(of: edit)) }
    return true
  }

  /// `bytes` are those that the edits are of.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    bytes.applying(edits.map { Splice(range: $0.range, bytes: $0.replacement) })
  }

  private func isFree(_ edit: TextEdit) -> Bool {
    let next = index(of: edit)
    let touchesNext = next < edits.count && edits[next].range.lowerBound <= edit.range.upperBound
    return !touchesNext && (next == 0 || edits[next - 1].range.upperBound < edit.range.lowerBound)
  }

  /// Of the first edit that begins no earlier.
  private func index(of edit: TextEdit) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < edit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
