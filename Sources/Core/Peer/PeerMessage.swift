/// What the two ends of a peer test say to each other, in the order that a session has it. The controller is the node that
/// is being checked; it speaks first, and each of its messages but ``attach(session:)`` and
/// ``finish`` has one answer.
package enum PeerMessage: Hashable, Sendable {
  /// Controller: a random number, see ``PeerNonces``.
  case hello(nonce: [UInt8])
  /// Peer: its own.
  case challenge(nonce: [UInt8])
  /// Controller: that it knows the token.
  case proof([UInt8])
  /// Peer: that it does, too; the session's mark, and the address that it sees the controller at.
  case welcome(proof: [UInt8], session: [UInt8], controller: IPAddress)
  /// Peer: it will not, and why. The connection ends.
  case refused(PeerRefusal)
  /// Controller: ports to open and to try. It listens itself where an offer says so.
  case batch(TransportProtocol, [PortOffer])
  /// Peer: what became of its own listeners.
  case opened([PortListener])
  /// Controller: its tries are over; a new list of ports may follow the answer.
  case tally
  /// Peer: how its own ended, once they have, and what it heard of the controller's.
  case tried(PortOutcomes)
  /// Controller: measure a rate.
  case rate(RatePlan)
  /// Peer: it waits for a second connection.
  case ready
  /// Controller, first on that connection: whose it is. The sender's bytes follow.
  case attach(session: [UInt8])
  /// Peer, after the second connection: the tries that it measured, none where it was the sender.
  case measured([TransferRate])
  /// Controller: nothing more.
  case finish

  /// The first byte of a message.
  enum Kind: UInt8 {
    case hello = 1
    case challenge
    case proof
    case welcome
    case refused
    case batch
    case opened
    case tally
    case tried
    case rate
    case ready
    case attach
    case measured
    case finish
  }
}

/// Why a peer sends a controller away.
package enum PeerRefusal: UInt8, Hashable, Sendable, CaseIterable {
  case wrongToken = 1
  /// It asked for more bytes, time or ports than a session may have.
  case beyondLimits
  /// Its message makes no sense where it came.
  case outOfTurn

  package var sentence: String {
    switch self {
    case .wrongToken: "it does not accept the token; give the one that it printed when it was started"
    case .beyondLimits: "this test is beyond the limits of a session"
    case .outOfTurn: "it did not expect this message; run the same version of bringup on both nodes"
    }
  }
}

/// Bytes that are no message of this protocol.
package enum PeerFault: Swift.Error, Hashable, Sendable {
  /// The other end is something else than this program.
  case notThisProtocol
  case otherVersion(UInt8)
  case unknownKind(UInt8)
  case tooLong(Int)
  /// The fields of a message of this kind number do not fit into its length, or one has a value that does not exist.
  case malformed(UInt8)

  package var sentence: String {
    switch self {
    case .notThisProtocol: "what answers there is no bringup peer"
    case .otherVersion(let version):
      "it speaks version \(version) of the protocol, this program version \(PeerMessage.version); run the same bringup on both nodes"
    case .unknownKind(let kind): "it sent a message of unknown kind \(kind)"
    case .tooLong(let length): "it sent a message of \(length) bytes, more than the \(Limits.peerMessageBytes) allowed"
    case .malformed(let kind): "it sent a malformed message of kind \(kind)"
    }
  }
}
