import Testing

@testable import Core

@Suite("A port")
struct PortClaimsTests {
  static func socket(_ port: UInt16, _ state: KernelSocket.State, inode: UInt64 = 1) -> KernelSocket {
    KernelSocket(address: .v4(0), port: port, state: state, inode: inode)
  }

  @Test(
    "is held by listeners and bound sockets, not by connections and what they leave",
    arguments: [
      (.tcp, .listening, 8080, true), (.tcp, .connected, 8080, false), (.tcp, .passing, 8080, false),
      (.tcp, .unconnected, 8080, false), (.tcp, .listening, 40000, true),
      (.udp, .unconnected, 8080, true), (.udp, .unconnected, 40000, true),
      // A peer is fixed, and the port of the kernel's choice: outgoing. Any other port was asked for.
      (.udp, .connected, 40000, false), (.udp, .connected, 32768, false), (.udp, .connected, 60999, false),
      (.udp, .connected, 1194, true), (.udp, .connected, 32767, true), (.udp, .connected, 61000, true),
    ] as [(TransportProtocol, KernelSocket.State, UInt16, Bool)])
  func holds(transport: TransportProtocol, state: KernelSocket.State, port: UInt16, holds: Bool) {
    #expect(Self.socket(port, state).holdsPort(transport, ephemeral: 32768...60999) == holds)
  }

  @Test("that nobody asked for is only counted")
  func asked() {
    let ranges: [ClosedRange<UInt16>] = [90...95, 80...80, 85...92, 65535...65535, 0...0]
    var claims = PortClaims(of: .tcp, among: ranges.map { PortRange($0) }, ephemeral: 32768...60999)
    let ports: [UInt16] = [0, 1, 79, 80, 81, 84, 85, 89, 92, 95, 96, 65534, 65535]
    for port in ports { claims.note(Self.socket(port, .listening)) }
    claims.note(Self.socket(80, .connected))
    #expect(claims.sockets.map(\.port) == [0, 80, 85, 89, 92, 95, 65535])
    #expect(claims.count == ports.count)
  }

  @Test("is told of a few times, however many sockets share it")
  func shared() {
    var claims = PortClaims(of: .udp, among: [PortRange(53...54)], ephemeral: 32768...60999)
    for inode in 1...1000 { claims.note(Self.socket(53, .unconnected, inode: UInt64(inode))) }
    claims.note(Self.socket(54, .unconnected))
    #expect(claims.sockets.map(\.port) == [UInt16](repeating: 53, count: Int(Limits.holdersPerPort)) + [54])
    #expect(claims.count == 1001)
  }
}
