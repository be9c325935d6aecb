/// A comment that silences a rule on its line, or on the next line that is none: `# bringup: ignore RULE reason`.
struct IgnoreMark: Hashable {
  let rule: String
  /// Why it is put up with; a mark without one silences nothing.
  let reason: String
  /// Of the rule's name, in the line.
  let column: Int

  private static let start = Array("# bringup: ignore ".utf8)

  /// The mark in a line, if there is one.
  init?(_ line: ArraySlice<UInt8>) {
    guard let index = Self.find(Self.start, in: line) else { return nil }
    let rest = line[(index + Self.start.count)...].drop(while: ASCII.isBlank)
    let name = rest.prefix { !ASCII.isBlank($0) }
    rule = String(decoding: name, as: UTF8.self)
    reason = PythonText.stripped(String(decoding: rest[name.endIndex...], as: UTF8.self))
    column = 1 + line[..<name.startIndex].count { $0 & 0xC0 != 0x80 }
  }

  private static func find(_ words: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    while let index = rest.firstIndex(of: words[0]) {
      rest = rest[index...]
      if rest.starts(with: words) { return index }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension LintInput {
  /// Whether a mark on the finding's line, or in the comment lines right above it, silences it.
  func ignores(_ finding: LintFinding) -> Bool {
    guard let position = finding.origin.position else { return false }
    let at = { (line: Int) in
      Origin(
        source: finding.origin.source, part: finding.origin.part,
        position: Position(line: line, column: 1))
    }
    if let line = line(at: at(position.line)), let mark = IgnoreMark(line), mark.silences(finding) { return true }
    for number in stride(from: position.line - 1, through: max(1, position.line - 8), by: -1) {
      guard let line = line(at: at(number)), line.drop(while: ASCII.isBlank).first == UInt8(ascii: "#") else { break }
      if let mark = IgnoreMark(line), mark.silences(finding) { return true }
    }
    return false
  }
}

extension IgnoreMark {
  func silences(_ finding: LintFinding) -> Bool { !reason.isEmpty && rule.hasBytes(of: finding.rule) }
}
