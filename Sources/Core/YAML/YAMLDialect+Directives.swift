extension YAMLDialect {
  /// A directive that libyaml does not know becomes a comment: PyYAML skips those, and takes any minor version of 1.
  mutating func directive() {
    let start = (offset: at, position: position())
    inDirectives = true
    at += 1
    let nameStart = at
    while isNameByte(peek()) { at += 1 }
    let name = text[nameStart..<at]
    guard !name.isEmpty, !isTab(), isBlankOrEnd(0) else { return refuse(isTab() ? .tab : .directiveName) }
    if name.elementsEqual("YAML".utf8) {
      if sawVersion {
        stop = YAMLFault(.secondVersion, at: start.position)
        return
      }
      sawVersion = true
      skipSpaces()
      let isOther = isOtherMinorOfOne()
      if peek() == UInt8(ascii: "#") { return refuse(.syntax(.version)) }
      skipSpaces()
      if isOther && (isBlankOrEnd(0) || peek() == UInt8(ascii: "#")) {
        edits.add(.comment, at: start.offset, start.position)
      }
    } else if name.elementsEqual("TAG".utf8) {
      tagDirectives += 1
      if tagDirectives > Limits.yamlTagDirectives { return refuse(.tooManyTagDirectives) }
    } else {
      edits.add(.comment, at: start.offset, start.position)
      skipLine()
    }
    while at < text.count && !isBreak() && peek() != UInt8(ascii: "#") {
      if isTab() { return refuse(.tab) }
      at += 1
    }
    skipLine()
    _ = takeBreak()
  }

  private func isTab() -> Bool { peek() == UInt8(ascii: "\t") }

  /// Goes past a version; true where it is 1.x and libyaml would not take the x.
  private mutating func isOtherMinorOfOne() -> Bool {
    let start = at
    while isDigit() { at += 1 }
    let major = text[start..<at].drop { $0 == UInt8(ascii: "0") }
    guard major.elementsEqual("1".utf8), peek() == UInt8(ascii: ".") else { return false }
    at += 1
    let minorStart = at
    while isDigit() { at += 1 }
    let minor = text[minorStart..<at]
    guard !minor.isEmpty, !isTab(), isBlankOrEnd(0) else { return false }
    // Nor does libyaml take long numbers, whatever their value.
    return at - start > 9 || !["1", "2"].contains { minor.elementsEqual($0.utf8) }
  }

  private func isDigit() -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek()) }
}
