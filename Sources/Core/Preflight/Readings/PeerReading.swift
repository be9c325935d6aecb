/// What a session with a peer came to.
package struct PeerReadings: Sendable {
  /// As the user named it, without the port: `db-2`, `fd00::2`.
  package let host: String
  /// What tells of the session as a whole: with whom it was, or what stood in its way.
  package let session: Evidence
  /// Nil where it was not asked for.
  package let rate: PeerRateReading?
  /// Every port that was asked for, tested or not.
  package let ports: PeerPortReadings

  package init(host: String, session: Evidence, rate: PeerRateReading?, ports: PeerPortReadings) {
    self.host = host
    self.session = session
    self.rate = rate
    self.ports = ports
  }
}

/// How far each port is reachable between this node and a peer.
package struct PeerPortReadings: Sendable {
  private var readings: [TransportProtocol: [UInt16: PeerPortReading]] = [:]
  /// Of a port that no reading was taken of.
  private let untested: PeerPortReading

  /// `why` is what to say of ports that nothing is added for: the session never came to them.
  package init(untested why: String) {
    untested = PeerPortReading(toPeer: .untested(why), fromPeer: .untested(why))
  }

  package subscript(transport: TransportProtocol, port: UInt16) -> PeerPortReading {
    get { readings[transport]?[port] ?? untested }
    set { readings[transport, default: [:]][port] = newValue }
  }
}

/// One port, in both directions.
package struct PeerPortReading: Hashable, Sendable {
  /// From here to the peer's port.
  package let toPeer: PortPath
  /// From the peer to this node's port.
  package let fromPeer: PortPath

  package init(toPeer: PortPath, fromPeer: PortPath) {
    self.toPeer = toPeer
    self.fromPeer = fromPeer
  }
}

/// The way from one node to a port of another.
package enum PortPath: Hashable, Sendable {
  case open
  /// Another program holds the port there, and took the connection.
  case openToHolder
  /// What was sent never came in: a firewall drops it.
  case dropped
  /// It came in, and the answer did not come back.
  case answerLost
  /// Something between the two said no, though the test listened there.
  case rejected
  /// This node's kernel or a router has no way there; errno's number.
  case noRoute(errno: UInt8)
  /// Something took the connection that is neither the test nor the other node: a proxy, an address translation.
  case intercepted
  /// The test could not listen there (errno's number), and nothing else does.
  case nothingListens(errno: UInt8)
  /// Another program holds the port there, and did not show whether anything comes in.
  case inUse
  case untested(String)
}

extension PortPath {
  /// What a try came to, seen together with what the other end did about its port.
  ///
  /// `listener` is the other end's, `heard` whether it noted a try.
  package init(listener: PortListener, attempt: PortTry, heard: Bool) {
    self =
      switch (listener, attempt) {
      case (_, .notTried) where listener == .inUse: .inUse
      case (.unable(let errno), .notTried): .nothingListens(errno: errno)
      case (_, .notTried): .untested("the test ended before it")
      case (_, .unreachable(let errno)): .noRoute(errno: errno)
      case (_, .answered): .open
      case (.listening, .connected): heard ? .answerLost : .intercepted
      case (.listening, .refused): .rejected
      case (.listening, .silent): heard ? .answerLost : .dropped
      case (.inUse, .connected): .openToHolder
      case (.inUse, .refused): .inUse
      case (.inUse, .silent): .dropped
      case (.unable, .connected): .openToHolder
      case (.unable(let errno), .refused): .nothingListens(errno: errno)
      case (.unable, .silent): .dropped
      case (.notOffered, .connected), (.notOffered, .refused), (.notOffered, .silent):
        .untested("the other node was not told to open it")
      }
  }
}
