/// Picks from all sockets of one transport those that hold one of the ports asked for.
package struct PortClaims: Sendable {
  package let transport: TransportProtocol
  /// In the order they were noted.
  package private(set) var sockets: [KernelSocket] = []
  /// Sockets that hold any port, asked for or not.
  package private(set) var count = 0
  private let ephemeral: ClosedRange<UInt16>
  /// How many more sockets are kept of each port; none of those that were not asked for.
  private var room: [UInt8]

  /// `ephemeral` are the ports that the kernel gives to outgoing connections.
  package init(of transport: TransportProtocol, among ranges: [PortRange], ephemeral: ClosedRange<UInt16>) {
    self.transport = transport
    self.ephemeral = ephemeral
    room = [UInt8](repeating: 0, count: Int(UInt16.max) + 1)
    for port in PortClaims.union(ranges).joined() { room[Int(port)] = Limits.holdersPerPort }
  }

  package mutating func note(_ socket: KernelSocket) {
    guard socket.holdsPort(transport, ephemeral: ephemeral) else { return }
    count += 1
    guard room[Int(socket.port)] > 0 else { return }
    room[Int(socket.port)] -= 1
    sockets.append(socket)
  }

  /// Apart from one another, so that a thousand ranges of all ports take no longer than one.
  private static func union(_ ranges: [PortRange]) -> [ClosedRange<UInt16>] {
    var union: [ClosedRange<UInt16>] = []
    for range in ranges.map(\.bounds).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = union.last, range.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
    return union
  }
}
