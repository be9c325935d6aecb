internal import Core

/// The far end of one session: does what an authenticated controller asks for, within what this peer offers.
struct PeerSession {
  private let offered: OfferedPorts
  private let listener: Socket
  private let mark: ProbeMark
  private let wait: PeerWait
  private var connection: PeerConnection
  private(set) var account: PeerSessionAccount
  private var batches = 0
  private var rateTests = 0

  /// How long the controller may take for its next message.
  private static let patience = Duration.seconds(30)
  /// How long its second connection may take.
  private static let attachment = Duration.seconds(5)

  init(
    _ connection: PeerConnection, mark: ProbeMark, offered: OfferedPorts, listener: Socket, _ wait: PeerWait
  ) {
    self.connection = connection
    self.mark = mark
    self.offered = offered
    self.listener = listener
    self.wait = wait
    account = PeerSessionAccount(controller: connection.remote.description)
  }

  /// Goes on until the controller is done.
  mutating func run() throws(PeerTrouble) {
    while true {
      switch try connection.receive(wait.atMost(Self.patience)) {
      case .batch(let transport, let offers): try exchange(transport, offers)
      case .rate(let plan): try measure(plan)
      case .finish: return
      case .hello, .challenge, .proof, .welcome, .refused, .opened, .tally, .tried, .ready, .attach, .measured:
        throw try refuse(.outOfTurn)
      }
    }
  }

  private mutating func exchange(_ transport: TransportProtocol, _ offers: [PortOffer]) throws(PeerTrouble) {
    batches += 1
    guard batches <= Limits.peerBatches else { throw try refuse(.beyondLimits) }
    let wait = wait.atMost(Self.patience)
    let ports = offers.map(\.port)
    var batch = PortBatch(transport, ports, between: connection, mark: mark) { offered.contains($0, transport) }
    try connection.send(.opened(batch.listeners), wait)
    // Only what this peer offers is tried at the controller, too: nobody makes it scan.
    batch.begin(
      against: offers.map { offered.contains($0.port, transport) ? $0.listener : .notOffered })
    var isTallied = false
    while !(isTallied && batch.isDecided) {
      let watched = isTallied ? nil : connection.socket
      guard try batch.step(watching: watched, wait), let message = try connection.next() else { continue }
      guard message == .tally else { throw try refuse(.outOfTurn) }
      isTallied = true
    }
    let outcomes = batch.tally()
    try connection.send(.tried(outcomes), wait)
    account.add(transport, ports, listeners: batch.listeners, outcomes)
  }

  private mutating func measure(_ plan: RatePlan) throws(PeerTrouble) {
    rateTests += 1
    guard rateTests <= Limits.peerRateTests, plan.isWithinLimits else { throw try refuse(.beyondLimits) }
    try connection.send(.ready, wait.atMost(Self.patience))
    let stream = try attached()
    switch plan.direction {
    case .toPeer:
      let slices = try RateFlow.receive(over: stream, plan, wait)
      account.received += slices.total
      try connection.send(.measured(slices.rates), wait.atMost(Self.patience))
    case .fromPeer:
      account.sent += try RateFlow.send(over: stream, plan, wait)
      try connection.send(.measured([]), wait.atMost(Self.patience))
    }
  }

  /// The controller's second connection. Others that come in the meantime are closed.
  private func attached() throws(PeerTrouble) -> Socket {
    let wait = wait.atMost(Self.attachment)
    while true {
      guard try wait.ready([.readable(listener.number)])[0] else { throw .timedOut("the second connection") }
      let accepted: (Socket, SocketAddress)?
      do throws(Errno) { accepted = try listener.accept() } catch { throw .refusedByKernel("accept", error) }
      guard let (socket, address) = accepted, address.ip == connection.remote.ip else { continue }
      var candidate = try PeerConnection(socket, remote: address)
      do throws(PeerTrouble) {
        if try candidate.receive(wait.atMost(.seconds(1))) == .attach(session: mark.session) { return socket }
      } catch {
        if case .interrupted = error { throw error }
      }
    }
  }

  /// Sends the controller away; what is thrown says so.
  private func refuse(_ refusal: PeerRefusal) throws(PeerTrouble) -> PeerTrouble {
    try connection.send(.refused(refusal), wait.atMost(Self.patience))
    return .sentAway(refusal)
  }
}
