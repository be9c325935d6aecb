/// What a peer did in one session, as it tells afterwards.
package struct PeerSessionAccount: Sendable {
  package enum End: Hashable, Sendable {
    case finished
    /// Why it ended before its end; one line, safe to show.
    case brokenOff(String)
  }

  /// One port that was in the test.
  package struct Port: Hashable, Sendable {
    package let transport: TransportProtocol
    package let port: UInt16
    /// What became of this end's listener.
    package let listener: PortListener
    /// Whether a try of the controller came in.
    package let heard: Bool
    /// This end's own try to reach the controller's.
    package let attempt: PortTry
  }

  /// Address and port.
  package let controller: String
  package private(set) var ports: [Port] = []
  /// Bytes of rate tests.
  package var received: UInt64 = 0
  package var sent: UInt64 = 0
  package var end = End.finished
  package var microseconds = 0

  package init(controller: String) {
    self.controller = controller
  }

  package mutating func add(
    _ transport: TransportProtocol, _ ports: [UInt16], listeners: [PortListener], _ outcomes: PortOutcomes
  ) {
    for index in ports.indices {
      self.ports.append(
        Port(
          transport: transport, port: ports[index], listener: listeners[index], heard: outcomes.heard[index],
          attempt: outcomes.tries[index]))
    }
  }
}
