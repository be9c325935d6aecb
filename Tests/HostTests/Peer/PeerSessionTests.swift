import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite(.enabled(if: NetworkPair.isPossible), .serialized)
struct PeerSessionTests {
  private func whyUntested(_ readings: PeerReadings) -> String { readings.session.text }

  /// What a stranger sends to a peer's port; true once the peer has closed the connection.
  private func knock(_ cable: NetworkPair, _ bytes: [UInt8]) throws -> Bool {
    try cable.at(.near) {
      let wait = PeerWait(deadline: .now + .seconds(8), interrupt: nil)
      let far = SocketAddress(try #require(IPAddress(NetworkPair.address(.far))), port: 4242)
      let connection = try PeerConnection.open(far, wait)
      _ = try connection.socket.send(bytes)
      var buffer = [UInt8](repeating: 0, count: 64)
      while try wait.ready([.readable(connection.socket.number)])[0] {
        do throws(Errno) {
          if try connection.socket.receive(into: &buffer) == 0 { return true }
        } catch {
          return error == Errno(ECONNRESET)
        }
      }
      return false
    }
  }

  @Test("a wrong token opens nothing, and the right one afterwards does")
  func wrongToken() throws {
    var session = PeerTestSession(cable: try NetworkPair())
    let peer = try session.startPeer()
    session.probeToken = "another-token-of-another-peer"
    let requirements = try session.requirements()
    let readings = try session.probe(requirements)
    #expect(
      whyUntested(readings) == "it does not accept the token; give the one that it printed when it was started")
    #expect(requirements.flatMap { $0.judge(peer: readings) }.allSatisfy { $0.outcome == .unknown })
    session.probeToken = PeerTestSession.token
    #expect(try session.probe(requirements).ports[.tcp, 8080].toPeer == .open)
    let report = try peer.value()
    #expect(report.strangers.wrongToken == 1)
    #expect(report.accounts.count == 1)
  }

  @Test("one whose address is not allowed is closed at once")
  func notAllowed() throws {
    let session = PeerTestSession(cable: try NetworkPair(), allowed: ["192.0.2.77"])
    let peer = try session.startPeer(timeLimit: .seconds(3))
    #expect(try whyUntested(session.probe(session.requirements())) == "the other end closed the connection")
    let report = try peer.value()
    #expect(report.strangers.notAllowed == 1)
    #expect(report.end == .timeIsOver)
    #expect(report.status == .undetermined)
  }

  @Test("garbage is turned away, and the peer goes on")
  func garbage() throws {
    let session = PeerTestSession(cable: try NetworkPair())
    let peer = try session.startPeer()
    let garbage: [[UInt8]] = [
      Array("GET / HTTP/1.1\r\n\r\n".utf8), [1, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 100),
      [UInt8](repeating: 0, count: 4096), [1, 0, 21] + Array("brup".utf8) + [9] + [UInt8](repeating: 7, count: 16),
      PeerMessage.finish.bytes, PeerMessage.attach(session: [UInt8](repeating: 0, count: 16)).bytes,
    ]
    for bytes in garbage { #expect(try knock(session.cable, bytes)) }
    // One who says nothing is not waited for long.
    #expect(try knock(session.cable, [1]))
    #expect(try session.probe(session.requirements()).ports[.udp, 9000].toPeer == .open)
    #expect(try peer.value().strangers.others == garbage.count + 1)
  }

  @Test("a controller that vanishes ends its session, and only that")
  func controllerVanishes() throws {
    let session = PeerTestSession(cable: try NetworkPair())
    let peer = try session.startPeer()
    try session.cable.at(.near) {
      let wait = PeerWait(deadline: .now + .seconds(5), interrupt: nil)
      let far = SocketAddress(try #require(IPAddress(NetworkPair.address(.far))), port: 4242)
      var connection = try PeerConnection.open(far, wait)
      _ = try PeerHandshake.ask(&connection, try PeerToken(PeerTestSession.token), wait)
      try connection.send(.batch(.tcp, [PortOffer(port: 8080, listener: .listening)]), wait)
      guard case .opened = try connection.receive(wait) else { throw PeerTrouble.closed }
    }
    let report = try peer.value()
    #expect(report.accounts.map(\.end) == [.brokenOff("the other end closed the connection")])
    #expect(report.status == .failed)
  }

  @Test("a peer that vanishes leaves what was tested, and says why the rest was not")
  func peerVanishes() throws {
    let session = PeerTestSession(cable: try NetworkPair(), ports: "8080,udp/9000")
    let requirements = try session.requirements()
    // A peer that knows the token and goes away after the first list of ports.
    let ready = NetworkPair.Running<Bool>()
    let peer = session.cable.start(.far) {
      let far = SocketAddress(try #require(IPAddress(NetworkPair.address(.far))), port: 4242)
      let listener = try Socket.listening(at: far, backlog: 1)
      ready.finish(.success(true))
      let wait = PeerWait(deadline: .now + .seconds(10), interrupt: nil)
      _ = try wait.ready([.readable(listener.number)])
      let (socket, remote) = try #require(try listener.accept())
      var connection = try PeerConnection(socket, remote: remote)
      _ = try PeerHandshake.answer(&connection, try PeerToken(PeerTestSession.token), wait)
      _ = try connection.receive(wait)
    }
    _ = try ready.value()
    let readings = try session.probe(requirements)
    try peer.value()
    let why = "the session broke off: the other end closed the connection"
    #expect(readings.session.text == why)
    #expect(readings.ports[.tcp, 8080] == PeerPortReading(toPeer: .untested(why), fromPeer: .untested(why)))
  }

  @Test("where no peer listens, or something else does, the readings say so")
  func noPeer() throws {
    let session = PeerTestSession(cable: try NetworkPair())
    let requirements = try session.requirements()
    #expect(
      whyUntested(try session.probe(requirements))
        == "connect: connection refused; nothing listens there, or a firewall rejects it")
    try session.cable.filter(.far, ["tcp dport 4242 drop"])
    #expect(
      whyUntested(try session.probe(requirements, timeLimit: .seconds(1)))
        == "an answer to connect did not come in time")
  }

  @Test("a peer on the node itself is no other node", arguments: ["192.0.2.2", "127.0.0.1", "127.0.1.1"])
  func sameNode(address: String) throws {
    let cable = try NetworkPair()
    let text = try cable.at(.far) { () -> String in
      let listener = try Socket.listening(at: SocketAddress(try #require(IPAddress("0.0.0.0")), port: 4242), backlog: 1)
      let request = PeerProbe.Request(
        peer: try PeerAddress(address), token: try PeerToken(PeerTestSession.token), ports: [], rate: nil)
      let readings = PeerProbe.run(request, root: try Root("/"), interrupt: nil) { _ in }
      _ = listener
      return readings.session.text
    }
    #expect(text == "that is an address of this node itself; run bringup peer on another one")
  }

  @Test("a peer that falls silent is given up on, in the handshake and later")
  func silentPeer() throws {
    let session = PeerTestSession(cable: try NetworkPair(), ports: "8080")
    for (isGreeted, why) in [
      (false, "the next message did not come in time"),
      (true, "the session broke off: the next message did not come in time"),
    ] {
      let ready = NetworkPair.Running<Bool>()
      let ended = NetworkPair.Running<Bool>()
      let peer = session.cable.start(.far) {
        let far = SocketAddress(try #require(IPAddress(NetworkPair.address(.far))), port: 4242)
        let listener = try Socket.listening(at: far, backlog: 1)
        ready.finish(.success(true))
        let wait = PeerWait(deadline: .now + .seconds(10), interrupt: nil)
        _ = try wait.ready([.readable(listener.number)])
        let (socket, remote) = try #require(try listener.accept())
        var connection = try PeerConnection(socket, remote: remote)
        if isGreeted { _ = try PeerHandshake.answer(&connection, try PeerToken(PeerTestSession.token), wait) }
        _ = try ended.value()
      }
      _ = try ready.value()
      let readings = try session.probe(session.requirements(), timeLimit: .seconds(2))
      ended.finish(.success(true))
      try peer.value()
      #expect(readings.session.text == why)
    }
  }

  @Test("no socket is left of a session, at either end", arguments: [NetworkPair.End.near, .far])
  func leftovers(end: NetworkPair.End) throws {
    let session = PeerTestSession(cable: try NetworkPair(), minimumRate: 1_000_000)
    _ = try session.run()
    let ports = try session.cable.at(end) { () -> [UInt16] in
      try ["tcp", "udp", "tcp6", "udp6"].flatMap { table in
        try String(contentsOfFile: "/proc/thread-self/net/\(table)", encoding: .utf8).split(separator: "\n").dropFirst()
          .compactMap { line in
            let fields = line.split(separator: " ")
            // 06 is TIME_WAIT: the kernel's own memory of a connection, which nobody holds.
            return fields[3] == "06" ? nil : UInt16(fields[1].split(separator: ":")[1], radix: 16)
          }
      }
    }
    #expect(ports == [])
  }

  @Test("a controller cannot ask for more than a session may have")
  func beyondLimits() throws {
    let session = PeerTestSession(cable: try NetworkPair())
    let peer = try session.startPeer()
    let refusal = try session.cable.at(.near) { () -> PeerTrouble? in
      let wait = PeerWait(deadline: .now + .seconds(5), interrupt: nil)
      let far = SocketAddress(try #require(IPAddress(NetworkPair.address(.far))), port: 4242)
      var connection = try PeerConnection.open(far, wait)
      _ = try PeerHandshake.ask(&connection, try PeerToken(PeerTestSession.token), wait)
      let plan = RatePlan(
        direction: .fromPeer, warmUpMilliseconds: 0, sliceMilliseconds: 60_000, slices: 200, bytes: .max)
      try connection.send(.rate(plan), wait)
      do throws(PeerTrouble) {
        _ = try connection.receive(wait)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal == .sentAway(.beyondLimits))
    #expect(try peer.value().status == .failed)
  }
}
