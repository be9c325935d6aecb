/// A line of a message: offsets of its bytes, its end of line apart.
struct MIMELine {
  /// Counted from 1.
  let number: Int
  let start: Int
  /// The first byte of the end of line.
  let end: Int
  /// The first byte of the line after it.
  let next: Int

  var content: Range<Int> { start..<end }
}

/// The lines of a message, which end in LF, CR LF or a lone CR, as Python's `email` splits them.
struct MIMELines {
  let bytes: [UInt8]
  private(set) var offset = 0
  /// The number of the line that `offset` is the start of.
  private(set) var number = 1
  /// Of the multiparts that are being read, outermost first. Any delimiter of theirs ends the lines, until it is
  /// taken off (RFC 2046, section 5.1.2).
  var boundaries: [MIMEBoundary] = []

  init(of bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line, which stays the next; nil at the end of the bytes and at a delimiter.
  func peek() -> MIMELine? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex(where: ASCII.isLineEnd) ?? bytes.count
    let endOfLine = bytes[end...].starts(with: "\r\n".utf8) ? 2 : min(1, bytes.count - end)
    let line = MIMELine(number: number, start: offset, end: end, next: end + endOfLine)
    return boundaries.contains { $0.delimiter(line, of: bytes) != nil } ? nil : line
  }

  mutating func pass(_ line: MIMELine) {
    offset = line.next
    number = line.number + 1
  }

  /// Leaves nothing to read, whatever it may be.
  mutating func passEverything() {
    offset = bytes.count
  }

  /// Passes all lines and returns where the last of them ends without its end of line; `offset` where there are none.
  mutating func passAll() -> Int {
    var end = offset
    while let line = peek() {
      pass(line)
      end = line.end
    }
    return end
  }
}
