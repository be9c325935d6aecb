internal import Core

/// The near end of one session, from the handshake to the last message.
struct PeerRun {
  let request: PeerProbe.Request
  let session: PeerHandshake.Session
  let wait: PeerWait
  var connection: PeerConnection
  var ports: [PortFinding] = []
  private var send: RateReading?
  private var receive: RateReading?
  /// What ended the session early.
  private var trouble: PeerTrouble?

  struct PortFinding {
    let transport: TransportProtocol
    let port: UInt16
    let reading: PeerPortReading
  }

  /// How long the peer may take for its next message, and both ends for a batch, whose tries end by themselves before.
  static let patience = Duration.seconds(15)

  /// A node that is there answers a connection and a handshake at once.
  private static let connecting = Duration.seconds(5)

  /// Connects to the first of `addresses` that answers.
  static func begin(
    _ request: PeerProbe.Request, at addresses: [SocketAddress], _ wait: PeerWait
  ) throws(HostError) -> PeerRun {
    var last = PeerTrouble.timedOut("an answer")
    for address in addresses {
      do throws(PeerTrouble) {
        let start = wait.atMost(connecting)
        var connection = try PeerConnection.open(address, start)
        // Both ends would want the same ports of the same address.
        if address.ip.isLoopback || connection.local.ip == address.ip { throw .sameNode }
        let session = try PeerHandshake.ask(&connection, request.token, start)
        return PeerRun(request, connection, session, wait)
      } catch {
        last = error
        if case .interrupted = error { break }
      }
    }
    throw HostError("hold a session with", request.peer.description, said: last.sentence)
  }

  private init(
    _ request: PeerProbe.Request, _ connection: PeerConnection, _ session: PeerHandshake.Session, _ wait: PeerWait
  ) {
    self.request = request
    self.connection = connection
    self.session = session
    self.wait = wait
  }

  /// Does all that was asked for, as far as it gets.
  mutating func carryOut(_ progress: (PeerProbe.Stage) -> Void) {
    do throws(PeerTrouble) {
      try tryPorts(progress)
      if let rate = request.rate {
        progress(.sending)
        send = try measure(.toPeer, rate)
        progress(.receiving)
        receive = try measure(.fromPeer, rate)
      }
      try connection.send(.finish, wait)
    } catch {
      trouble = error
    }
  }

  var readings: PeerReadings {
    let end = trouble.map { "the session broke off: \($0.sentence)" }
    let evidence = Evidence(
      source: connection.remote.description,
      text: end ?? "session from \(connection.local), round trip \(Int(session.roundTrip / .microseconds(1))) us")
    var readings = PeerPortReadings(untested: end ?? "it was not in the test")
    for port in ports { readings[port.transport, port.port] = port.reading }
    let rate = request.rate.map { _ in
      PeerRateReading(
        peer: request.peer.hostText, send: send ?? .notMeasured(evidence), receive: receive ?? .notMeasured(evidence))
    }
    return PeerReadings(host: request.peer.hostText, session: evidence, rate: rate, ports: readings)
  }
}
