/// What one check came to.
package struct Verdict: Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    case pass
    case warn
    case fail
    /// Could not be told: neither right nor wrong.
    case unknown
    /// Not asked for, or not applicable here.
    case skipped
  }

  package let id: CheckID
  package let outcome: Outcome
  /// `at least 8 CPUs`
  package let wanted: String
  /// `4 CPUs`; where it is not known, what stood in the way.
  package let found: String
  /// What it was decided by, the decisive one first.
  package let evidence: [Evidence]
  package let margin: Margin?
  /// What to do about it; nil where there is nothing to do.
  package let remedy: String?
  /// Where the rule stands in the manifest.
  package let origin: Origin
  /// The last of what a script printed; empty for other checks, and for scripts that passed.
  package let output: [UInt8]
  /// Wall time of its reading; nil where it only shared another's.
  package var microseconds: Int?
  /// What counts in front of a unit; `.skipped` where the document only warns. Not told in reports, which are the same for a check
  /// by hand.
  package var blockingOutcome: Outcome

  package init(
    id: CheckID, outcome: Outcome, wanted: String, found: String, evidence: [Evidence] = [], margin: Margin? = nil,
    remedy: String? = nil, origin: Origin, output: [UInt8] = [], microseconds: Int? = nil
  ) {
    self.id = id
    self.outcome = outcome
    self.wanted = wanted
    self.found = found
    self.evidence = evidence
    self.margin = margin
    self.remedy = remedy
    self.origin = origin
    self.output = output
    self.microseconds = microseconds
    blockingOutcome = outcome
  }
}

/// How far what was found is from the bound: positive on the good side of it.
package struct Margin: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case cpus
    case bytes
    case bytesPerSecond = "bytes-per-second"
  }

  /// In `unit`.
  package let distance: Double
  package let unit: Unit
  /// The distance in parts of the bound: -0.009 is 0.9 % short; nil where the bound is zero.
  package let ratio: Double?

  package init(found: Double, minimum bound: Double, unit: Unit) {
    self.init(distance: found - bound, bound: bound, unit: unit)
  }

  package init(found: Double, maximum bound: Double, unit: Unit) {
    self.init(distance: bound - found, bound: bound, unit: unit)
  }

  private init(distance: Double, bound: Double, unit: Unit) {
    self.distance = distance
    self.unit = unit
    ratio = bound == 0 ? nil : distance / bound
  }
}
