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

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits where edit.range.lowerBound >= end && edit.range.upperBound <= bytes.count {
      result += bytes[end..<edit.range.lowerBound]
      result += edit.replacement
      end = edit.range.upperBound
    }
    return result + bytes[end...]
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
