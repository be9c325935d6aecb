/// An address of a network interface.
package enum IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// `127.0.0.1` is 0x7F000001.
  case v4(UInt32)
  /// Its upper and its lower half: `::1` is 0 and 1.
  case v6(UInt64, UInt64)

  /// `127.0.0.1`; `fe80::1` and `::ffff:127.0.0.1` as RFC 5952 writes them.
  package var description: String {
    switch self {
    case .v4(let number): IPAddress.dotted(number)
    case .v6(0, let low) where low >> 32 == 0xFFFF: "::ffff:\(IPAddress.dotted(UInt32(truncatingIfNeeded: low)))"
    case .v6(let high, let low): IPAddress.grouped(high, low)
    }
  }

  private static func dotted(_ number: UInt32) -> String {
    [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
  }

  private static func grouped(_ high: UInt64, _ low: UInt64) -> String {
    let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { half >> $0 & 0xFFFF } }
    func text(_ range: Range<Int>) -> String { groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    let gap = longestRunOfZeros(in: groups)
    // One group alone is not shortened.
    return gap.count < 2 ? text(0..<8) : "\(text(0..<gap.lowerBound))::\(text(gap.upperBound..<8))"
  }

  /// The first of the longest; empty where there is none.
  private static func longestRunOfZeros(in groups: [UInt64]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = start..<index + 1
      }
    }
    return longest
  }
}
