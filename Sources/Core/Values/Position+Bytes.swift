extension Position {
  /// The place of the byte at index `offset` of a UTF-8 text, whose lines end in LF, CR LF or a lone CR as YAML's do.
  package init(ofByte offset: Int, in text: ArraySlice<UInt8>) {
    var line = 1
    var lineStart = text.startIndex
    for index in text[..<offset].indices {
      let endsLine =
        text[index] == UInt8(ascii: "\n")
        || text[index] == UInt8(ascii: "\r") && (index + 1 == text.endIndex || text[index + 1] != UInt8(ascii: "\n"))
      if endsLine { (line, lineStart) = (line + 1, index + 1) }
    }
    let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
    self.init(line: line, column: 1 + text[lineStart..<offset].count { !isContinuation($0) })
  }
}
