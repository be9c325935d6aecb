extension NetworkRateRequirement {
  /// For all peers and directions together.
  var check: Check { check("network.rate") }

  private func check(_ id: String) -> Check {
    Check(id: CheckID(id), wanted: "at least \(minimum.value)", origin: minimum.origin)
  }

  /// By the throughput to and from each peer. Without one there is nothing to measure.
  package func judge(_ peers: [PeerRateReading]) -> [Verdict] {
    if peers.isEmpty {
      return [
        Verdict(
          check, .unknown, found: "not measured: it takes two nodes",
          remedy: "Run `bringup peer` on another node, and here `bringup preflight --peer HOST`.")
      ]
    }
    return peers.flatMap { peer in
      [judge(peer.send, of: peer.peer, "send"), judge(peer.receive, of: peer.peer, "receive")]
    }
  }

  private func judge(_ rate: RateReading, of peer: String, _ direction: String) -> Verdict {
    let host = Printable.escape(peer)
    return rate.judge(
      check("network.rate:\(peer):\(direction)"), minimum: minimum.value,
      slow: """
        See the network between the two nodes: the bandwidth of their instance types, ethtool (speed, errors), the path \
        (mtr \(host)).
        """,
      noisy: "Run it again while the link is quiet.",
      notMeasured: "See that `bringup peer` runs on \(host) and that its port is open to this node.")
  }
}
