/// One check of a requirement, before anything is read: its name, what it wants, and where the rule stands.
package struct Check: Sendable {
  package let id: CheckID
  /// `at least 8 CPUs`
  package let wanted: String
  package let origin: Origin

  package init(id: CheckID, wanted: String, origin: Origin) {
    self.id = id
    self.wanted = wanted
    self.origin = origin
  }
}

extension Verdict {
  package init(
    _ check: Check, _ outcome: Outcome, found: String, evidence: [Evidence] = [], margin: Margin? = nil,
    remedy: String? = nil, output: [UInt8] = []
  ) {
    self.init(
      id: check.id, outcome: outcome, wanted: check.wanted, found: found, evidence: evidence, margin: margin,
      remedy: remedy, origin: check.origin, output: output)
  }
}
