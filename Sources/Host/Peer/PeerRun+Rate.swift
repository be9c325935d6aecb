internal import Core

extension PeerRun {
  /// One direction's throughput.
  mutating func measure(
    _ direction: RatePlan.Direction, _ requirement: NetworkRateRequirement
  ) throws(PeerTrouble) -> RateReading {
    let plan = RatePlan(direction, minimum: requirement.minimum.value, roundTrip: session.roundTrip)
    try connection.send(.rate(plan), wait)
    guard case .ready = try connection.receive(wait.atMost(Self.patience)) else { throw .fault(.notThisProtocol) }
    let (rates, bytes) = try flow(plan)
    guard case .measured(let theirs) = try connection.receive(wait.atMost(Self.patience)) else {
      throw .fault(.notThisProtocol)
    }
    let all = rates + theirs
    let source = connection.remote.description
    guard !all.isEmpty else { return .notMeasured(Evidence(source: source, text: "nothing arrived")) }
    let text = "\(bytes) bytes over one TCP connection, timed where they arrived"
    return .measured(all, Evidence(source: source, text: text))
  }

  /// What was measured here, none where this end is the sender, and the bytes that went through. The second connection is
  /// closed with this.
  private func flow(_ plan: RatePlan) throws(PeerTrouble) -> (rates: [TransferRate], bytes: UInt64) {
    let stream = try PeerConnection.open(connection.remote, wait.atMost(.seconds(5)))
    try stream.send(.attach(session: session.mark.session), wait)
    switch plan.direction {
    case .toPeer:
      return ([], try RateFlow.send(over: stream.socket, plan, wait))
    case .fromPeer:
      let slices = try RateFlow.receive(over: stream.socket, plan, wait)
      return (slices.rates, slices.total)
    }
  }
}
