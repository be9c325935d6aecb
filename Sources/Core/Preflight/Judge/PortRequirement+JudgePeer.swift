extension PortRequirement {
  /// The checks of its ranges against the peer `host`.
  package func checks(peer host: String) -> [Check] { ranges.map { check($0, host) } }

  private func check(_ range: Stated<PortRange>, _ host: String) -> Check {
    Check(
      id: CheckID("peer:\(host):\(transport.rawValue)/\(range.value)"), wanted: "reachable in both directions",
      origin: range.origin)
  }

  /// By the ways to and from a peer's ports, one verdict a range. Blocked is a failure, in either direction; a port that
  /// another program holds is as good as any where connections get to it.
  package func judge(peer readings: PeerReadings) -> [Verdict] {
    ranges.map { range in
      let survey = PortPathSurvey(range.value, transport, readings)
      return Verdict(
        check(range, readings.host), survey.outcome, found: survey.text, evidence: [readings.session],
        remedy: survey.remedy)
    }
  }
}
