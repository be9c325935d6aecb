extension PeerMessage {
  /// The first bytes of a `hello` and a `challenge`, so that neither end takes another program for this one.
  static let magic = Array("brup".utf8)
  /// Raised when a message changes its form.
  static let version: UInt8 = 1

  /// Kind, length of what follows in two bytes (the high one first), and the fields one after the other, numbers with
  /// their high byte first: `finish` is `0E 00 00`.
  package var bytes: [UInt8] {
    let (kind, fields) = parts
    precondition(fields.count <= Limits.peerMessageBytes, "a batch is small")
    return [kind.rawValue] + Self.number(UInt16(fields.count)) + fields
  }

  private var parts: (Kind, [UInt8]) {
    switch self {
    case .hello(let nonce): (.hello, Self.magic + [Self.version] + nonce)
    case .challenge(let nonce): (.challenge, Self.magic + [Self.version] + nonce)
    case .proof(let proof): (.proof, proof)
    case .welcome(let proof, let session, let controller): (.welcome, proof + session + controller.bytes)
    case .refused(let refusal): (.refused, [refusal.rawValue])
    case .batch(let transport, let offers):
      (.batch, [transport.code] + offers.flatMap { Self.number($0.port) + $0.listener.code })
    case .opened(let listeners): (.opened, listeners.flatMap(\.code))
    case .tally: (.tally, [])
    case .tried(let outcomes):
      (.tried, zip(outcomes.tries, outcomes.heard).flatMap { [$1 ? 1 : 0] + $0.code })
    case .rate(let plan): (.rate, Self.plan(plan))
    case .ready: (.ready, [])
    case .attach(let session): (.attach, session)
    case .measured(let rates): (.measured, rates.flatMap { Self.number($0.bytesPerSecond) })
    case .finish: (.finish, [])
    }
  }

  private static func plan(_ plan: RatePlan) -> [UInt8] {
    [plan.direction.rawValue, plan.slices] + number(plan.warmUpMilliseconds) + number(plan.sliceMilliseconds)
      + number(plan.bytes)
  }

  private static func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }
}

extension TransportProtocol {
  /// The number that IP has for it.
  var code: UInt8 {
    switch self {
    case .tcp: 6
    case .udp: 17
    }
  }
}

extension PortListener {
  /// A number and an errno, 0 where there is none.
  var code: [UInt8] {
    switch self {
    case .listening: [1, 0]
    case .inUse: [2, 0]
    case .unable(let errno): [3, errno]
    case .notOffered: [4, 0]
    }
  }

  init?(code: UInt8, errno: UInt8) {
    switch (code, errno) {
    case (1, 0): self = .listening
    case (2, 0): self = .inUse
    case (3, 1...): self = .unable(errno: errno)
    case (4, 0): self = .notOffered
    case _: return nil
    }
  }
}

extension PortTry {
  /// A number and an errno, 0 where there is none.
  var code: [UInt8] {
    switch self {
    case .answered: [1, 0]
    case .connected: [2, 0]
    case .refused: [3, 0]
    case .unreachable(let errno): [4, errno]
    case .silent: [5, 0]
    case .notTried: [6, 0]
    }
  }

  init?(code: UInt8, errno: UInt8) {
    switch (code, errno) {
    case (1, 0): self = .answered
    case (2, 0): self = .connected
    case (3, 0): self = .refused
    case (4, 1...): self = .unreachable(errno: errno)
    case (5, 0): self = .silent
    case (6, 0): self = .notTried
    case _: return nil
    }
  }
}
