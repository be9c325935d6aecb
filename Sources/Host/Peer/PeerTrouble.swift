package import Core
internal import Glibc

/// Why a session between the ends of a peer test does not go on.
package enum PeerTrouble: Swift.Error, Hashable, Sendable {
  /// What was tried, as a verb, and the kernel's reason.
  case refusedByKernel(String, Errno)
  /// The other end did not do its part in time; what was awaited.
  case timedOut(String)
  /// The other end closed the connection.
  case closed
  case fault(PeerFault)
  /// The peer sent us away.
  case sentAway(PeerRefusal)
  /// The other end does not know the token that this one has.
  case wrongToken
  /// The peer runs on the node that it was to test the way to.
  case sameNode
  case interrupted(signal: Int32)

  /// One line, safe to show.
  package var sentence: String {
    switch self {
    case .refusedByKernel(let operation, .connectionRefused) where operation == "connect":
      "connect: connection refused; nothing listens there, or a firewall rejects it"
    case .refusedByKernel(let operation, let errno): "\(operation): \(errno)"
    case .timedOut(let awaited): "\(awaited) did not come in time"
    case .closed: "the other end closed the connection"
    case .fault(let fault): fault.sentence
    case .sentAway(let refusal): refusal.sentence
    case .wrongToken: "it does not know the token"
    case .sameNode: "that is an address of this node itself; run bringup peer on another one"
    case .interrupted(let signal): "bringup was asked to end by signal \(signal)"
    }
  }
}
