internal import Core
internal import Host

/// What is measured and tried between this node and others.
extension PreflightRun {
  /// One session with each peer, one after the other: two would share the link that is measured.
  mutating func checkPeers(in root: borrowing Root) {
    let asked = each(\.networkRate)
    let highest = asked.map(\.requirement).max { $0.minimum.value < $1.minimum.value }
    var rates: [PeerRateReading] = []
    let start = MonotonicTime.now
    for peer in peers {
      let wanted = PeerChecks(peer.address.hostText, input.choice.requirements, options.selection)
      peerVerdicts += wanted.skipped
      if wanted.ports.isEmpty, highest == nil { continue }
      let start = MonotonicTime.now
      let readings = ask(peer, wanted.ports, highest, in: root)
      var verdicts = wanted.ports.flatMap { $0.judge(peer: readings) }
      if !verdicts.isEmpty { verdicts[0].microseconds = MonotonicTime.now.microseconds(since: start) }
      peerVerdicts += verdicts
      if let rate = readings.rate { rates.append(rate) }
    }
    for (place, requirement) in asked { keep(requirement.judge(rates), at: place, since: start) }
  }

  private func ask(
    _ peer: Peer, _ ports: [PortRequirement], _ rate: NetworkRateRequirement?, in root: borrowing Root
  ) -> PeerReadings {
    let request = PeerProbe.Request(peer: peer.address, token: peer.token, ports: ports, rate: rate)
    progress.extendTimeout(by: request.timeLimit)
    let host = peer.address.hostText
    let progress = progress
    return PeerProbe.run(request, root: root, interrupt: interrupt) { stage in
      switch stage {
      case .connecting: progress.tell("connecting to \(host)", part: nil)
      case .ports(let done, let count): progress.tell("trying ports of \(host)", part: Double(done) / Double(count))
      case .sending: progress.tell("measuring the rate to \(host)", part: nil)
      case .receiving: progress.tell("measuring the rate from \(host)", part: nil)
      }
    }
  }
}

/// A node to hold a session with, and what opens its door.
struct Peer {
  let address: PeerAddress
  let token: PeerToken

  /// The peers of the command line; all of them share a token.
  static func all(_ options: PreflightOptions, in root: borrowing Root) throws(HostError) -> [Peer] {
    guard !options.peers.isEmpty else { return [] }
    let token = try PeerTokenSource.read(options.peerTokenFile, environment: .current(), root: root)
    guard let token else {
      throw HostError(
        "test with --peer",
        said: "there is no token; put the one that bringup peer printed into \(PeerOptions.tokenVariable), or into a "
          + "file for --peer-token-file")
    }
    return options.peers.map { Peer(address: $0, token: token) }
  }
}
