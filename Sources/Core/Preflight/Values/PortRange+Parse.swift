extension PortRange {
  package enum Fault: Swift.Error, Hashable, Sendable {
    /// Empty, or anything but digits.
    case notAPort(String)
    /// 0, or above 65535.
    case outOfRange(String)
    /// The end is below the start.
    case reversed(String)
    /// More than ``Limits/portRanges`` in one text.
    case tooMany
  }

  /// The ranges of one item of `ranges`: `80, 8080, 8000-8002` are three.
  ///
  /// Gravity reads such a text in two ways, in one of which only `8000-8002` is left of it; here each comma begins another
  /// range. Blanks may stand around commas and hyphens.
  package static func list(parsing text: String) throws(Fault) -> [PortRange] {
    let items = text.utf8.split(
      separator: UInt8(ascii: ","), maxSplits: Limits.portRanges, omittingEmptySubsequences: false)
    guard items.count <= Limits.portRanges else { throw .tooMany }
    var ranges: [PortRange] = []
    for item in items {
      let ends = item.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
      let (low, high) = (try port(ends[0]), try port(ends[ends.count - 1]))
      guard low <= high else { throw .reversed(String(Substring(item))) }
      ranges.append(PortRange(low...high))
    }
    return ranges
  }

  private static func port(_ text: Substring.UTF8View) throws(Fault) -> UInt16 {
    let start = text.drop(while: ASCII.isSpace)
    let digits = start.prefix(while: ASCII.isDigit)
    let isNumber = !digits.isEmpty && start[digits.endIndex...].allSatisfy(ASCII.isSpace)
    // A leading zero may mean another base to whoever wrote it.
    guard isNumber, digits.first != UInt8(ascii: "0") || digits.count == 1 else {
      throw .notAPort(String(Substring(text)))
    }
    guard let port = UInt16(String(Substring(digits))), port > 0 else { throw .outOfRange(String(Substring(digits))) }
    return port
  }
}
