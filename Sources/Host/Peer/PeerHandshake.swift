internal import Core

/// How the two ends of a connection come to trust each other: each proves that it knows the token, the controller first.
enum PeerHandshake {
  /// What both ends know once it is done.
  struct Session {
    let mark: ProbeMark
    /// The controller's address as the peer sees it; another one than its own where addresses are translated on the way.
    let controller: IPAddress
    /// From a message to its answer.
    let roundTrip: Duration
  }

  /// The controller's side.
  static func ask(
    _ connection: inout PeerConnection, _ token: PeerToken, _ wait: PeerWait
  ) throws(PeerTrouble) -> Session {
    let own = try nonce()
    let start = MonotonicTime.now
    try connection.send(.hello(nonce: own), wait)
    guard case .challenge(let theirs) = try first(&connection, wait) else { throw .fault(.notThisProtocol) }
    let roundTrip = Duration.microseconds(MonotonicTime.now.microseconds(since: start))
    let nonces = PeerNonces(controller: own, peer: theirs)
    try connection.send(.proof(token.proof(of: .controller, nonces)), wait)
    guard case .welcome(let proof, let session, let controller) = try connection.receive(wait) else {
      throw .fault(.notThisProtocol)
    }
    guard token.accepts(proof, of: .peer, nonces) else { throw .wrongToken }
    return Session(mark: ProbeMark(session: session), controller: controller, roundTrip: roundTrip)
  }

  /// The peer's side. One who does not know the token learns nothing but that.
  static func answer(
    _ connection: inout PeerConnection, _ token: PeerToken, _ wait: PeerWait
  ) throws(PeerTrouble) -> ProbeMark {
    guard case .hello(let theirs) = try first(&connection, wait) else { throw .fault(.notThisProtocol) }
    let own = try nonce()
    try connection.send(.challenge(nonce: own), wait)
    let nonces = PeerNonces(controller: theirs, peer: own)
    guard case .proof(let proof) = try connection.receive(wait) else { throw .fault(.notThisProtocol) }
    guard token.accepts(proof, of: .controller, nonces) else {
      try connection.send(.refused(.wrongToken), wait)
      throw .wrongToken
    }
    let mark = ProbeMark(session: try nonce())
    let welcome = PeerMessage.welcome(
      proof: token.proof(of: .peer, nonces), session: mark.session, controller: connection.remote.ip)
    try connection.send(welcome, wait)
    return mark
  }

  /// The other end's first message: what is none of this protocol at all comes from another program.
  private static func first(_ connection: inout PeerConnection, _ wait: PeerWait) throws(PeerTrouble) -> PeerMessage {
    do throws(PeerTrouble) {
      return try connection.receive(wait)
    } catch {
      switch error {
      case .fault(.unknownKind), .fault(.tooLong), .fault(.malformed): throw .fault(.notThisProtocol)
      case .fault(.notThisProtocol), .fault(.otherVersion), .refusedByKernel, .timedOut, .closed, .sentAway,
        .wrongToken, .sameNode, .interrupted:
        throw error
      }
    }
  }

  private static func nonce() throws(PeerTrouble) -> [UInt8] {
    do throws(HostError) {
      return try Random.bytes(PeerNonces.size)
    } catch {
      throw .refusedByKernel(error.operation, error.errno ?? .inputOutput)
    }
  }
}
