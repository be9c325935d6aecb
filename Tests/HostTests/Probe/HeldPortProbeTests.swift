import Core
import Foundation
import Glibc
import Testing

@testable import Host

/// In a network namespace of a thread's own, where no one else opens anything.
@Suite("Ports that are held", .enabled(if: ProcessIdentity.isRoot))
struct HeldPortProbeTests {
  static let all = [PortRange(1...65535)]

  /// By asking the kernel, and by its tables.
  enum Way: CaseIterable {
    case asking
    case tables

    var process: ObservedProcess {
      switch self {
      case .asking: OwnThread.process
      case .tables: OwnThread.processByFiles
      }
    }
  }

  /// What is held while `open`'s sockets are, as `8001 127.0.0.1`.
  static func held(
    _ way: Way, _ transport: TransportProtocol, _ open: @escaping @Sendable () throws -> [TestSocket]
  ) throws -> [String] {
    try readings(way, open)[transport].value.map { ports in ports.map { "\($0.port) \($0.address)" } } ?? []
  }

  static func readings(_ way: Way, _ open: @escaping @Sendable () throws -> [TestSocket]) throws -> PortReadings {
    try OwnThread.run {
      try OwnThread.leave(.network)
      var program = Program("/sbin/ip", environment: [:], timeLimit: .seconds(10))
      program.arguments = ["link", "set", "lo", "up"]
      guard try program.run().end == .exited(0) else { throw HostError("set", "lo", .notPermitted) }
      let sockets = try open()
      return withExtendedLifetime(sockets) {
        Probe.heldPorts(tcp: all, udp: all, in: try! Root("/"), for: way.process)
      }
    }
  }

  @Test("are those of TCP listeners, of both families", arguments: Way.allCases)
  func listeners(way: Way) throws {
    let held = try Self.held(way, .tcp) {
      [
        try TestSocket(.tcp, .v4).bind("127.0.0.1", 8001).listen(),
        try TestSocket(.tcp, .v4).bind("0.0.0.0", 8002).listen(),
        try TestSocket(.tcp, .v6).bind("::", 8003).listen(), try TestSocket(.tcp, .v6only).bind("::1", 8004).listen(),
        try TestSocket(.tcp, .v6only).bind("::", 8005).listen(),
        try TestSocket(.tcp, .v4).bind("127.0.0.5", 8005).listen(),
        try TestSocket(.tcp, .v6).bind("::ffff:127.0.0.1", 8006).listen(),
        try TestSocket(.tcp, .v4).bind("127.0.0.1", 40000).listen(),
        try TestSocket(.tcp, .v4).bind("127.0.0.1", 1).listen(),
        try TestSocket(.tcp, .v4).bind("127.0.0.1", 65535).listen(),
      ]
    }
    #expect(
      Set(held) == [
        "1 127.0.0.1", "8001 127.0.0.1", "8002 0.0.0.0", "8003 ::", "8004 ::1", "8005 ::", "8005 127.0.0.5",
        "8006 ::ffff:127.0.0.1", "40000 127.0.0.1", "65535 127.0.0.1",
      ])
  }

  @Test("are not those of TCP connections, and of what they leave", arguments: Way.allCases)
  func connections(way: Way) throws {
    let held = try Self.held(way, .tcp) {
      let listener = try TestSocket(.tcp, .v4).bind("127.0.0.1", 8001).listen()
      let established = try TestSocket(.tcp, .v4).bind("127.0.0.1", 8002).connect("127.0.0.1", 8001)
      let served = try listener.accept()
      let waiting = try TestSocket(.tcp, .v4).bind("127.0.0.1", 8003).connect("127.0.0.1", 8001)
      let waited = try listener.accept()
      // The end that is closed first waits (TIME_WAIT); the other one, here, was closed.
      waiting.close()
      waited.close()
      let half = try TestSocket(.tcp, .v4).bind("127.0.0.1", 8004).connect("127.0.0.1", 8001)
      // CLOSE_WAIT and FIN_WAIT2.
      try listener.accept().close()
      return [listener, established, served, half, try TestSocket(.tcp, .v4).bind("127.0.0.1", 8005)]
    }
    #expect(held == ["8001 127.0.0.1"])
  }

  @Test("are not those of connections whose listener has gone", arguments: Way.allCases)
  func orphans(way: Way) throws {
    let held = try Self.held(way, .tcp) {
      let listener = try TestSocket(.tcp, .v6).bind("::1", 8001).listen()
      let client = try TestSocket(.tcp, .v6).connect("::1", 8001)
      let served = try listener.accept()
      listener.close()
      return [client, served]
    }
    #expect(held == [])
  }

  @Test("are those of bound UDP sockets, but not of outgoing ones", arguments: Way.allCases)
  func datagrams(way: Way) throws {
    let held = try Self.held(way, .udp) {
      [
        try TestSocket(.udp, .v4).bind("0.0.0.0", 8101), try TestSocket(.udp, .v4).bind("127.0.0.1", 8102),
        try TestSocket(.udp, .v6).bind("::", 8103), try TestSocket(.udp, .v6only).bind("::1", 8104),
        try TestSocket(.udp, .v4).bind("127.0.0.1", 41000),
        // Bound and then given a peer: the port was asked for.
        try TestSocket(.udp, .v4).bind("127.0.0.1", 8105).connect("127.0.0.1", 8102),
        // The kernel's choice of a port.
        try TestSocket(.udp, .v4).connect("127.0.0.1", 8102), try TestSocket(.udp, .v6).connect("::1", 8104),
        // Not bound at all.
        try TestSocket(.udp, .v4),
      ]
    }
    #expect(
      held == ["8101 0.0.0.0", "8102 127.0.0.1", "8103 ::", "8104 ::1", "8105 127.0.0.1", "41000 127.0.0.1"])
  }

  @Test("are each of a thousand sockets'", arguments: Way.allCases, [TransportProtocol.tcp, .udp])
  func thousand(way: Way, transport: TransportProtocol) throws {
    let ports = 20_001...21_000
    let held = try Self.held(way, transport) {
      try ports.map { port in
        let socket = try TestSocket(transport, port % 2 == 0 ? .v4 : .v6only)
        try socket.bind(port % 2 == 0 ? "127.0.0.1" : "::1", UInt16(port))
        return transport == .tcp ? try socket.listen() : socket
      }
    }
    #expect(held == ports.map { "\($0) \($0 % 2 == 0 ? "127.0.0.1" : "::1")" })
  }

  @Test("are none where there is none, and say by what", arguments: Way.allCases)
  func none(way: Way) throws {
    let readings = try Self.readings(way) { [] }
    let source =
      switch way {
      case .asking: try SocketDiagnostics.isAtHand(in: Root("/")) ? "sock_diag(7)" : "/proc/thread-self/net/tcp, tcp6"
      case .tables: "/proc/thread-self/net/tcp, tcp6"
      }
    #expect(readings.tcp == .known([], Evidence(source: source, text: "0 TCP sockets listen")))
    #expect(
      readings.udp
        == .known([], Evidence(source: "/proc/thread-self/net/udp, udp6", text: "0 UDP sockets are bound")))
  }

  @Test("are looked for only where they are asked for")
  func ranges() throws {
    let first = try TestSocket(.tcp, .v4).bind("127.0.0.1", 0).listen()
    let second = try TestSocket(.udp, .v4).bind("127.0.0.1", 0)
    let (tcp, udp) = (PortRange(first.port...first.port), PortRange(second.port...second.port))
    let readings = Probe.heldPorts(tcp: [tcp], udp: [udp], in: try Root("/"))
    #expect(readings.tcp.value?.map(\.port) == [first.port])
    #expect(readings.udp.value?.map(\.port) == [second.port])
    let none = Probe.heldPorts(tcp: [], udp: [PortRange(first.port...first.port)], in: try Root("/"))
    #expect(none.tcp == .known([], Evidence(source: "manifest", text: "it asks for no tcp port")))
    #expect(none.udp.value?.contains { $0.port == second.port } == false)
  }
}
