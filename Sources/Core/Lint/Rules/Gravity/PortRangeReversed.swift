enum PortRangeReversed: LintRule {
  static let id = "port-range-reversed"
  static let severity = LintSeverity.error
  static let summary = "A range of ports ends below its start"
  static let why: Prose = """
    Gravity takes 8002-8000 for a range that holds no port: it says nothing and checks nothing. bringup refuses it.
    """
  static let bad = GravityManifestInvalid.manifest("network: {ports: [{protocol: tcp, ranges: [\"8002-8000\"]}]}")
  static let good = GravityManifestInvalid.manifest("network: {ports: [{protocol: tcp, ranges: [\"8000-8002\"]}]}")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements {
      for (_, node) in requirements.portRanges {
        guard let text = requirements.text.text(of: node) else { continue }
        for item in PortItem.items(of: text.bytes) {
          guard let (low, high) = item.ends, low > high else { continue }
          let place =
            text.isPlaced ? text.origin(ofByte: item.range.lowerBound) : requirements.text.origin(at: node.start)
          findings.add(
            at: place, length: text.isPlaced ? item.range.count : node.widthOnFirstLine,
            "the range ends at \(high), below its start at \(low), and holds no port", help: "write \(high)-\(low)",
            fix: [text.edit(item.range, "\(high)-\(low)")])
        }
      }
    }
  }
}

/// A piece of a text between commas, without the blanks around it.
struct PortItem {
  let range: Range<Int>
  /// Both numbers of a range; nil for a single port, or what is none.
  let ends: (low: UInt32, high: UInt32)?

  static func items(of bytes: [UInt8]) -> [PortItem] {
    bytes.prefix(1 << 16).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { item in
      let start = item.drop(while: ASCII.isSpace)
      let trimmed = start.lastIndex { !ASCII.isSpace($0) }.map { start[...$0] } ?? start
      let numbers = trimmed.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { number in
        UInt32(PythonText.stripped(String(decoding: number, as: UTF8.self)))
      }
      guard numbers.count == 2, let low = numbers[0], let high = numbers[1] else {
        return PortItem(range: trimmed.startIndex..<trimmed.endIndex, ends: nil)
      }
      return PortItem(range: trimmed.startIndex..<trimmed.endIndex, ends: (low, high))
    }
  }
}
