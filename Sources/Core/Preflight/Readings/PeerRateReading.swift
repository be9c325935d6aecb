/// The throughput to and from one peer.
package struct PeerRateReading: Sendable {
  /// As the user named it.
  package let peer: String
  /// From this node to the peer.
  package let send: RateReading
  package let receive: RateReading

  package init(peer: String, send: RateReading, receive: RateReading) {
    self.peer = peer
    self.send = send
    self.receive = receive
  }
}
