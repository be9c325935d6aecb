/// What is to be tried between this node and one peer: a profile's ports, without those that a selection leaves out.
package struct PeerChecks: Sendable {
  /// Those that are left, each with at least one range.
  package let ports: [PortRequirement]
  /// A verdict for each range that is left out.
  package let skipped: [Verdict]
  /// The names of all, asked for or not.
  package let ids: [CheckID]

  package init(_ host: String, _ requirements: [Requirement], _ selection: CheckSelection) {
    var ports: [PortRequirement] = []
    var skipped: [Verdict] = []
    var ids: [CheckID] = []
    for requirement in requirements.compactMap(\.ports) {
      var kept: [Stated<PortRange>] = []
      for (range, check) in zip(requirement.ranges, requirement.checks(peer: host)) {
        ids.append(check.id)
        if let reason = selection.reasonToSkip(check.id, written: check.id) {
          skipped.append(Verdict(check, .skipped, found: reason))
        } else {
          kept.append(range)
        }
      }
      if !kept.isEmpty { ports.append(PortRequirement(transport: requirement.transport, ranges: kept)) }
    }
    self.ports = ports
    self.skipped = skipped
    self.ids = ids
  }
}
