extension NetworkRateRequirement {
  /// For all peers and directions together.
  var check: Check { check("network.rate") }

  private func check(_ id: String) -> Check {
    Check(id: CheckID(id), wanted: "at least \(minimum.value)", origin: minimum.origin)
  }

  /// Without a peer there is nothing to measure.
  package func judgeWithoutPeer() -> [Verdict] {
    [
      Verdict(
        check, .unknown, found: "not measured: it takes two nodes",
        remedy: "Run `bringup peer` on another node, and here `bringup preflight --peer HOST`.")
    ]
  }

  /// By the throughput to and from the peer `host`; nil is a direction that was not to be measured.
  package func judge(peer host: String, send: RateReading?, receive: RateReading?) -> [Verdict] {
    [judge(send, of: host, "send"), judge(receive, of: host, "receive")]
  }

  private func judge(_ rate: RateReading?, of host: String, _ direction: String) -> Verdict {
    let check = check("network.rate:\(host):\(direction)")
    guard let rate else { return Verdict(check, .skipped, found: "not measured, as told") }
    let host = Printable.escape(host)
    return rate.judge(
      check, minimum: minimum.value,
      slow: """
        See the network between the two nodes: the bandwidth of their instance types, ethtool (speed, errors), the path \
        (mtr \(host)).
        """,
      noisy: "Run it again while the link is quiet.",
      notMeasured: "See that `bringup peer` runs on \(host) and that its port is open to this node.")
  }
}
