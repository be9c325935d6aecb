/// The ports that a peer will open for a controller: those of its own profile, and those named on its command line.
package struct OfferedPorts: Hashable, Sendable {
  package private(set) var ranges: [TransportProtocol: [PortRange]] = [:]

  package init() {}

  package mutating func add(_ range: PortRange, _ transport: TransportProtocol) {
    ranges[transport, default: []].append(range)
  }

  package mutating func add(_ requirement: PortRequirement) {
    for range in requirement.ranges { add(range.value, requirement.transport) }
  }

  package mutating func formUnion(_ other: OfferedPorts) {
    for (transport, ranges) in other.ranges { self.ranges[transport, default: []] += ranges }
  }

  package func contains(_ port: UInt16, _ transport: TransportProtocol) -> Bool {
    ranges[transport, default: []].contains { $0.bounds.contains(port) }
  }

  package var isEmpty: Bool { ranges.values.allSatisfy(\.isEmpty) }

  /// Reads `8080,10000-10005,udp/8472`: ports and ranges with commas between, TCP where an item names no transport.
  package init(_ text: String) throws(ValueProblem) {
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      let transport = halves.count == 1 ? .tcp : TransportProtocol(rawValue: String(halves[0]))
      guard let transport, let range = Self.range(halves[halves.count - 1]) else { throw .notPorts }
      add(range, transport)
    }
  }

  private static func range(_ text: Substring) -> PortRange? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { end -> UInt16? in
      guard (1...5).contains(end.utf8.count), end.utf8.allSatisfy(ASCII.isDigit) else { return nil }
      return UInt16(end)
    }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first > 0, first <= last
    else { return nil }
    return PortRange(first...last)
  }
}
