import Core
import Testing

@testable import Host

@Suite(.enabled(if: NetworkPair.isPossible), .serialized)
struct PeerPortTests {
  @Test("every port of an open network is reachable, over both families", arguments: [false, true])
  func open(isIPv6: Bool) throws {
    let outcome = try PeerTestSession(cable: try NetworkPair(), isIPv6: isIPv6).run()
    let host = isIPv6 ? "2001:db8::2" : "192.0.2.2"
    #expect(outcome.verdict("peer:\(host):tcp/8080-8083") == "pass: reachable")
    #expect(outcome.verdict("peer:\(host):udp/9000-9002") == "pass: reachable")
    #expect(outcome.report.status == .done)
    #expect(outcome.report.accounts.first?.ports.count == 7)
    #expect(outcome.report.accounts.first?.ports.allSatisfy { $0.heard && $0.attempt == .answered } == true)
  }

  private static let filters: [(String, NetworkPair.End, rules: [String], tcp: String, udp: String)] = [
    (
      "dropped at the far end", .far, ["tcp dport 8081 drop", "udp dport 9001 drop"],
      "fail: 8081 blocked: dropped on the way to 192.0.2.2",
      "fail: 9001 blocked: dropped on the way to 192.0.2.2"
    ),
    (
      "dropped at this end", .near, ["tcp dport 8081-8082 drop", "udp dport 9001 drop"],
      "fail: 8081-8082 blocked: dropped on the way from 192.0.2.2 to this node",
      "fail: 9001 blocked: dropped on the way from 192.0.2.2 to this node"
    ),
    (
      "rejected at the far end", .far, ["tcp dport 8080 reject with tcp reset", "udp dport 9000 reject"],
      "fail: 8080 blocked: rejected on the way to 192.0.2.2",
      "fail: 9000 blocked: rejected on the way to 192.0.2.2"
    ),
    (
      "prohibited at the far end", .far,
      ["tcp dport 8083 reject with icmpx admin-prohibited", "udp dport 9002 reject with icmpx admin-prohibited"],
      "fail: 8083 blocked: no way to 192.0.2.2 (no route to host)",
      "fail: 9002 blocked: no way to 192.0.2.2 (no route to host)"
    ),
    (
      "answers that do not come back", .near, ["udp sport 9000 drop", "tcp sport 8080 drop"],
      "fail: 8080 blocked: what goes to 192.0.2.2 arrives, its answer does not come back",
      "fail: 9000 blocked: what goes to 192.0.2.2 arrives, its answer does not come back"
    ),
  ]

  @Test("a firewall shows, with the direction and the way that it blocks", arguments: filters.indices)
  func firewall(index: Int) throws {
    let (_, end, rules, tcp, udp) = Self.filters[index]
    let cable = try NetworkPair()
    try cable.filter(end, rules)
    let outcome = try PeerTestSession(cable: cable).run()
    #expect(outcome.verdict("peer:192.0.2.2:tcp/8080-8083") == tcp)
    #expect(outcome.verdict("peer:192.0.2.2:udp/9000-9002") == udp)
  }

  @Test("a port that another program holds is told apart, and whether connections get to it")
  func inUse() throws {
    let cable = try NetworkPair()
    let holders = try cable.at(.far) { () -> [SendableSocket] in
      let any = try #require(IPAddress("0.0.0.0"))
      let udp = try Socket(.udp, .four)
      try udp.bind(to: SocketAddress(any, port: 9000))
      return [
        SendableSocket(try .listening(at: SocketAddress(any, port: 8080), backlog: 4)), SendableSocket(udp),
        SendableSocket(try .listening(at: SocketAddress(any, port: 8081), backlog: 4)),
      ]
    }
    try cable.filter(.far, ["tcp dport 8081 drop"])
    let outcome = try PeerTestSession(cable: cable).run()
    #expect(
      outcome.verdict("peer:192.0.2.2:tcp/8080-8083")
        == "fail: 8081 blocked: dropped on the way to 192.0.2.2; 8080 in use on 192.0.2.2, and reachable")
    #expect(outcome.verdict("peer:192.0.2.2:udp/9000-9002") == "unknown: 9000 not known: in use on 192.0.2.2")
    _ = holders
  }

  @Test("a port that the peer was not told to open is left alone")
  func notOffered() throws {
    let outcome = try PeerTestSession(cable: try NetworkPair(), ports: "8080-8082", offered: "8081").run()
    let why = "not tested: the peer does not offer it; start it with the same profile, or with --ports"
    #expect(
      outcome.verdict("peer:192.0.2.2:tcp/8080-8082") == "unknown: 8080, 8082 \(why)")
    let ports = outcome.report.accounts.flatMap(\.ports)
    #expect(ports.map(\.listener) == [.notOffered, .listening, .notOffered])
    #expect(ports.map(\.attempt) == [.notTried, .answered, .notTried])
  }

  @Test("a thousand ports of each transport are a matter of a moment")
  func many() throws {
    let outcome = try PeerTestSession(cable: try NetworkPair(), ports: "20000-20999,udp/30000-30999").run()
    #expect(outcome.verdict("peer:192.0.2.2:tcp/20000-20999") == "pass: reachable")
    #expect(outcome.verdict("peer:192.0.2.2:udp/30000-30999") == "pass: reachable")
    // One after the other, each waited for, they would take minutes; a busy machine takes some seconds.
    #expect(outcome.report.accounts.first.map { $0.microseconds < 20_000_000 } == true)
  }
}

/// Holds a socket for as long as a test needs it held.
struct SendableSocket: @unchecked Sendable {
  private let socket: Socket

  init(_ socket: Socket) { self.socket = socket }
}
