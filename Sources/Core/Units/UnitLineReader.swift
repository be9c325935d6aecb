/// One line of a unit file after continuations were joined.
struct UnitLine {
  fileprivate(set) var bytes: [UInt8] = []
  /// Where in `bytes` each line of the file begins, and its number there.
  private var pieces: [(offset: Int, line: Int)] = []

  fileprivate mutating func append(_ physical: ArraySlice<UInt8>, line: Int) {
    pieces.append((bytes.count, line))
    bytes += physical
  }

  /// The place in the file of the byte at `offset`.
  func position(at offset: Int) -> Position {
    let piece = pieces.last { $0.offset <= offset } ?? (offset: 0, line: 1)
    let scalars = bytes[piece.offset..<offset].count { $0 & 0xC0 != 0x80 }
    return Position(line: piece.line, column: scalars + 1)
  }
}

/// Reads a unit file line by line, as systemd 252 does (systemd.syntax(7), `config_parse` in `conf-parser.c`).
///
/// ```
/// ExecStart=/bin/true \        one line: "ExecStart=/bin/true   --verbose"
/// ; a comment in between
///   --verbose
/// ```
struct UnitLineReader {
  private let text: [UInt8]
  private let placement: Placement
  private var index = 0
  private var lineNumber = 0
  private var sawByteOrderMark = false

  init(_ text: [UInt8], placement: Placement) {
    self.text = text
    self.placement = placement
  }

  /// The next line that is no comment, nil at the end. A backslash at the end of a line joins it to the next line that
  /// is no comment, and becomes a blank; the end of the file ends any line.
  mutating func next() throws(UserDataError) -> UnitLine? {
    var line = UnitLine()
    while let physical = try physicalLine() {
      let content = withoutByteOrderMark(physical)
      // Comments are told before the byte order mark is taken off: behind one, `#` starts no comment.
      if isComment(physical) { continue }
      line.append(content, line: lineNumber)
      guard line.bytes.count < Limits.unitLineBytes else { throw error(.lineTooLong) }
      guard UnitText.isContinued(content) else { return line }
      line.bytes[line.bytes.count - 1] = UInt8(ascii: " ")
    }
    return line.bytes.isEmpty ? nil : line
  }

  private mutating func physicalLine() throws(UserDataError) -> ArraySlice<UInt8>? {
    guard index < text.count else { return nil }
    lineNumber += 1
    let start = index
    while index < text.count, !ASCII.isLineEnd(text[index]) {
      guard text[index] != 0 else { throw error(.holdsNUL) }
      index += 1
    }
    let line = text[start..<index]
    guard line.count < Limits.unitLineBytes else { throw error(.lineTooLong) }
    if index < text.count {
      index += 1
      // `\r\n` and `\n\r` end one line, `\n\n` two.
      if index < text.count, ASCII.isLineEnd(text[index]), text[index] != text[index - 1] { index += 1 }
    }
    return line
  }

  private mutating func withoutByteOrderMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !sawByteOrderMark, line.starts(with: [0xEF, 0xBB, 0xBF]) else { return line }
    sawByteOrderMark = true
    return line.dropFirst(3)
  }

  private func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line.first { !UnitText.isBlank($0) }
    return first == UInt8(ascii: "#") || first == UInt8(ascii: ";")
  }

  private func error(_ problem: UnitProblem) -> UserDataError {
    UserDataError(placement.origin(at: Position(line: lineNumber, column: 1)), .unit(problem))
  }
}
