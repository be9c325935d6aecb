extension PeerMessage {
  /// The message that `bytes` begin with and how many of them it takes; nil while it is not all there.
  ///
  /// `0B 00 00 0E 00 00` begins with `ready`, which takes three bytes. What cannot become a message is an error at once:
  /// nobody waits for the rest of it.
  package static func decode(_ bytes: ArraySlice<UInt8>) throws(PeerFault) -> (message: PeerMessage, size: Int)? {
    guard let first = bytes.first else { return nil }
    guard let kind = Kind(rawValue: first) else { throw .unknownKind(first) }
    guard bytes.count >= 3 else { return nil }
    let start = bytes.startIndex
    let length = Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
    guard length <= Limits.peerMessageBytes else { throw .tooLong(length) }
    guard bytes.count >= 3 + length else { return nil }
    var fields = PeerFields(bytes[(start + 3)..<(start + 3 + length)], of: kind)
    let message = try decode(kind, &fields)
    guard fields.isAtEnd else { throw fields.malformed }
    return (message, 3 + length)
  }

  private static func decode(_ kind: Kind, _ fields: inout PeerFields) throws(PeerFault) -> PeerMessage {
    switch kind {
    case .hello: return .hello(nonce: try fields.nonceAfterMagic())
    case .challenge: return .challenge(nonce: try fields.nonceAfterMagic())
    case .proof: return .proof(try fields.take(PeerMessage.proofSize))
    case .welcome:
      let proof = try fields.take(PeerMessage.proofSize)
      let session = try fields.take(ProbeMark.sessionSize)
      guard let controller = IPAddress(bytes: fields.takeRest()) else { throw fields.malformed }
      return .welcome(proof: proof, session: session, controller: controller)
    case .refused:
      guard let refusal = PeerRefusal(rawValue: try fields.number()) else { throw fields.malformed }
      return .refused(refusal)
    case .batch: return try batch(&fields)
    case .opened: return .opened(try fields.list { fields throws(PeerFault) in try fields.listener() })
    case .tally: return .tally
    case .tried: return .tried(try outcomes(&fields))
    case .rate: return .rate(try plan(&fields))
    case .ready: return .ready
    case .attach: return .attach(session: try fields.take(ProbeMark.sessionSize))
    case .measured:
      return .measured(
        try fields.list { fields throws(PeerFault) in TransferRate(bytesPerSecond: try fields.number()) })
    case .finish: return .finish
    }
  }

  static let proofSize = 32

  private static func batch(_ fields: inout PeerFields) throws(PeerFault) -> PeerMessage {
    let code: UInt8 = try fields.number()
    guard let transport = TransportProtocol.allCases.first(where: { $0.code == code }) else { throw fields.malformed }
    let offers = try fields.list { fields throws(PeerFault) in
      PortOffer(port: try fields.number(), listener: try fields.listener())
    }
    guard (1...Limits.peerBatchPorts).contains(offers.count), offers.allSatisfy({ $0.port > 0 }) else {
      throw fields.malformed
    }
    return .batch(transport, offers)
  }

  private static func outcomes(_ fields: inout PeerFields) throws(PeerFault) -> PortOutcomes {
    let list = try fields.list { fields throws(PeerFault) in
      (heard: try fields.flag(), attempt: try fields.attempt())
    }
    return PortOutcomes(tries: list.map(\.attempt), heard: list.map(\.heard))
  }

  private static func plan(_ fields: inout PeerFields) throws(PeerFault) -> RatePlan {
    guard let direction = RatePlan.Direction(rawValue: try fields.number()) else { throw fields.malformed }
    let slices: UInt8 = try fields.number()
    return RatePlan(
      direction: direction, warmUpMilliseconds: try fields.number(), sliceMilliseconds: try fields.number(),
      slices: slices, bytes: try fields.number())
  }
}
