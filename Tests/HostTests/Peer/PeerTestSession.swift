import Core
import Testing

@testable import Host

/// A peer at the far end of a cable and a probe at its near end.
struct PeerTestSession {
  static let token = "0123456789abcdef-of-the-test"

  let cable: NetworkPair
  var ports = "8080-8083,udp/9000-9002"
  /// What the peer opens; nil: the same.
  var offered: String?
  var allowed: [String] = []
  var minimumRate: UInt64?
  var isIPv6 = false
  var probeToken = token

  struct Outcome: Sendable {
    let readings: PeerReadings
    let report: PeerReport
    let verdicts: [String: Verdict]

    /// `pass: reachable`
    func verdict(_ id: String) -> String? {
      verdicts[id].map { "\($0.outcome.rawValue): \($0.found)" }
    }
  }

  private func address(_ end: NetworkPair.End) -> String {
    isIPv6 ? NetworkPair.address6(end) : NetworkPair.address(end)
  }

  /// The peer's own end, started; its report comes with `value()`.
  func startPeer(timeLimit: Duration = .seconds(60)) throws -> NetworkPair.Running<PeerReport> {
    let settings = PeerServer.Settings(
      address: SocketAddress(try #require(IPAddress(address(.far))), port: 4242),
      token: try PeerToken(Self.token), offered: try OfferedPorts(offered ?? ports),
      allowed: allowed.compactMap { IPAddress($0) }, sessions: 1, timeLimit: timeLimit)
    let ready = NetworkPair.Running<Bool>()
    let running = cable.start(.far) {
      var server = try PeerServer(settings, interrupt: nil)
      ready.finish(.success(true))
      return try server.run()
    }
    _ = try ready.value()
    return running
  }

  func probe(_ requirements: [PortRequirement], timeLimit: Duration = .seconds(60)) throws -> PeerReadings {
    let rate = minimumRate.map {
      NetworkRateRequirement(minimum: Stated(TransferRate(bytesPerSecond: $0), at: Origin(source: "test")))
    }
    let request = PeerProbe.Request(
      peer: PeerAddress(host: .address(try #require(IPAddress(address(.far)))), port: 4242),
      token: try PeerToken(probeToken), ports: requirements, rate: rate, timeLimit: timeLimit)
    return try cable.at(.near) {
      PeerProbe.run(request, root: try Root("/"), interrupt: nil) { _ in }
    }
  }

  /// Both ends from start to end.
  func run() throws -> Outcome {
    let peer = try startPeer()
    let requirements = try requirements()
    let readings = try probe(requirements)
    let report = try peer.value()
    var verdicts: [String: Verdict] = [:]
    for verdict in requirements.flatMap({ $0.judge(peer: readings) }) { verdicts[verdict.id.text] = verdict }
    return Outcome(readings: readings, report: report, verdicts: verdicts)
  }

  func requirements() throws -> [PortRequirement] {
    let offered = try OfferedPorts(ports)
    return TransportProtocol.allCases.compactMap { transport in
      offered.ranges[transport].map {
        PortRequirement(transport: transport, ranges: $0.map { Stated($0, at: Origin(source: "test")) })
      }
    }
  }
}
