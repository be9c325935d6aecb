internal import Core

extension PeerRun {
  /// Tries every port of the request in both directions, batch by batch.
  mutating func tryPorts(_ progress: (PeerProbe.Stage) -> Void) throws(PeerTrouble) {
    let wanted = TransportProtocol.allCases.map { ($0, ports(of: $0)) }
    let count = wanted.reduce(0) { $0 + $1.1.count }
    var done = 0
    for (transport, ports) in wanted {
      for start in stride(from: 0, to: ports.count, by: Limits.peerBatchPorts) {
        progress(.ports(done: done, of: count))
        let batch = Array(ports[start..<min(start + Limits.peerBatchPorts, ports.count)])
        try tryBatch(transport, batch, wait.atMost(Self.patience))
        done += batch.count
      }
    }
  }

  /// Each once, however many ranges hold it.
  private func ports(of transport: TransportProtocol) -> [UInt16] {
    var wanted = [Bool](repeating: false, count: 1 << 16)
    for requirement in request.ports where requirement.transport == transport {
      for range in requirement.ranges { for port in range.value.bounds { wanted[Int(port)] = true } }
    }
    return wanted.indices.filter { wanted[$0] }.map { UInt16($0) }
  }

  /// Where addresses are translated on the way, the peer would knock at the translator's door: it is not told to.
  private var isTranslated: Bool { session.controller != connection.local.ip }

  private mutating func tryBatch(
    _ transport: TransportProtocol, _ ports: [UInt16], _ wait: PeerWait
  ) throws(PeerTrouble) {
    let isTranslated = isTranslated
    var batch = PortBatch(transport, ports, between: connection, mark: session.mark) { _ in !isTranslated }
    let own = batch.listeners
    try connection.send(.batch(transport, zip(ports, own).map { PortOffer(port: $0, listener: $1) }), wait)
    guard case .opened(let theirs) = try connection.receive(wait), theirs.count == ports.count else {
      throw .fault(.notThisProtocol)
    }
    batch.begin(against: theirs)
    while !batch.isDecided {
      if try batch.step(watching: connection.socket, wait) {
        // It speaks when asked: what comes now is its refusal, or its end.
        if try connection.next() != nil { throw .fault(.notThisProtocol) }
      }
    }
    try connection.send(.tally, wait)
    let tried = try outcomes(serving: &batch, wait)
    guard tried.tries.count == ports.count else { throw .fault(.notThisProtocol) }
    let outcomes = batch.tally()
    for (index, port) in ports.enumerated() {
      let reading = PeerPortReading(
        toPeer: PortPath(listener: theirs[index], attempt: outcomes.tries[index], heard: tried.heard[index]),
        fromPeer: isTranslated
          ? .untested("addresses are translated on the way: the peer sees this node as \(session.controller)")
          : PortPath(listener: own[index], attempt: tried.tries[index], heard: outcomes.heard[index]))
      self.ports.append(
        PortFinding(
          transport: transport, port: port,
          reading: theirs[index] == .notOffered ? Self.notOffered : reading))
    }
  }

  /// The peer's outcomes; until they come, its tries are answered.
  private mutating func outcomes(serving batch: inout PortBatch, _ wait: PeerWait) throws(PeerTrouble) -> PortOutcomes {
    while true {
      guard try batch.step(watching: connection.socket, wait), let message = try connection.next() else { continue }
      guard case .tried(let outcomes) = message else { throw .fault(.notThisProtocol) }
      return outcomes
    }
  }

  private static let notOffered = PeerPortReading(toPeer: .notOffered, fromPeer: .notOffered)
}

extension PortPath {
  fileprivate static let notOffered = PortPath.untested(
    "the peer does not offer it; start it with the same profile, or with --ports")
}
