/// The secret that both ends of a peer test know. It never goes over the network: each end proves with a digest over both
/// ends' random numbers that it knows it, so that nothing that is overheard or recorded opens another session.
package struct PeerToken: Sendable {
  /// The two ends; their proofs differ, so that neither can be sent back to the one it came from.
  package enum End: String, Sendable {
    case controller
    case peer
  }

  /// For the one who has to hand it to the other end.
  package let text: String

  /// 16 to 128 printable ASCII characters without blanks; those around them (a file's last newline) are passed over.
  package init(_ text: String) throws(ValueProblem) {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !ASCII.isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !ASCII.isSpace($0) }.map { $0 + 1 } ?? start
    let token = bytes[start..<end]
    guard (16...128).contains(token.count), token.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .notAToken
    }
    self.text = String(decoding: token, as: UTF8.self)
  }

  /// 32 bytes that show knowledge of the token, good for one pair of random numbers only.
  package func proof(of end: End, _ nonces: PeerNonces) -> [UInt8] {
    HMAC.sha256(Array("bringup peer 1 \(end.rawValue)".utf8) + nonces.controller + nonces.peer, key: Array(text.utf8))
  }

  /// Whether `proof` is the one that this end would have made.
  package func accepts(_ proof: [UInt8], of end: End, _ nonces: PeerNonces) -> Bool {
    HMAC.equal(proof, self.proof(of: end, nonces))
  }
}

/// A random number of each end, 16 bytes each, new for each session.
package struct PeerNonces: Sendable {
  package static let size = 16

  package let controller: [UInt8]
  package let peer: [UInt8]

  package init(controller: [UInt8], peer: [UInt8]) {
    self.controller = controller
    self.peer = peer
  }
}
