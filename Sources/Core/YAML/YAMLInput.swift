/// The bytes that libyaml is given: a text with edits, made as they are asked for.
final class YAMLInput {
  private let text: [UInt8]
  private let edits: [YAMLEdit]
  private var offset = 0
  private var nextEdit = 0

  init(_ text: [UInt8], edits: [YAMLEdit]) {
    self.text = text
    self.edits = edits
  }

  /// Up to `room` bytes for `take`, as one run; empty at the end. There is room for the bytes of one edit.
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
    let bytes = edit.change.bytes
    take(bytes[...])
    nextEdit += 1
    offset += edit.change.replaced
    return bytes.count
  }
}
