/// The transport that a port belongs to.
package enum TransportProtocol: String, Hashable, Sendable, CaseIterable {
  case tcp
  case udp
}

/// Ports of one transport, both ends included: `8080` is 8080 to 8080.
package struct PortRange: Hashable, Sendable {
  package let bounds: ClosedRange<UInt16>

  package init(_ bounds: ClosedRange<UInt16>) {
    self.bounds = bounds
  }
}

extension PortRange: CustomStringConvertible {
  /// `8080`, `10000-10005`
  package var description: String {
    bounds.count == 1 ? "\(bounds.lowerBound)" : "\(bounds.lowerBound)-\(bounds.upperBound)"
  }
}
