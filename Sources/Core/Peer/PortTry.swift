/// What an end could do about listening on a port for the other end's tries.
package enum PortListener: Hashable, Sendable {
  case listening
  /// Another socket holds the port there.
  case inUse
  /// The kernel refused it for another reason: the number is errno's, as Linux has it on both ends.
  case unable(errno: UInt8)
  /// Not among the ports that this end was told to open, or not in the test at all.
  case notOffered
}

/// What came of one try to reach a port of the other end.
package enum PortTry: Hashable, Sendable {
  /// The test's own listener answered.
  case answered
  /// A connection was made, and no answer of the test's own listener came: something else took it.
  case connected
  /// Somebody said no: a reset, or "port unreachable".
  case refused
  /// A router or this end's own kernel said that there is no way: errno's number.
  case unreachable(errno: UInt8)
  /// Nothing came back in time.
  case silent
  case notTried
}

/// What an end can tell of a batch of ports after its tries.
package struct PortOutcomes: Hashable, Sendable {
  /// One a port, in the batch's order.
  package let tries: [PortTry]
  /// For each port, whether a try of the other end came in here so far.
  package let heard: [Bool]

  package init(tries: [PortTry], heard: [Bool]) {
    self.tries = tries
    self.heard = heard
  }
}

/// A port of a batch and what the controller could do about listening on it.
package struct PortOffer: Hashable, Sendable {
  package let port: UInt16
  package let listener: PortListener

  package init(port: UInt16, listener: PortListener) {
    self.port = port
    self.listener = listener
  }
}
