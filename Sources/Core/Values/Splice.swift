/// A change to a text: bytes in place of a range of it.
struct Splice {
  let range: Range<Int>
  let bytes: [UInt8]
}

extension [UInt8] {
  /// This text after `edits`, which do not overlap and stand in the order of the text.
  func applying(_ edits: [Splice]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + edits.reduce(0) { $0 + $1.bytes.count - $1.range.count })
    var at = 0
    for edit in edits {
      result += self[at..<edit.range.lowerBound]
      result += edit.bytes
      at = edit.range.upperBound
    }
    result += self[at...]
    return result
  }
}
