extension Verdict.Outcome: Comparable {
  /// The less there is to worry about, the smaller.
  private var weight: Int {
    switch self {
    case .skipped: 0
    case .pass: 1
    case .warn: 2
    case .unknown: 3
    case .fail: 4
    }
  }

  package static func < (left: Verdict.Outcome, right: Verdict.Outcome) -> Bool { left.weight < right.weight }
}

extension Sequence<Verdict> {
  /// `.skipped` where there is none.
  package var worstOutcome: Verdict.Outcome { map(\.outcome).max() ?? .skipped }
}

extension ExitStatus {
  /// A failure is 1; else what could not be told is 3; else 0. What `failOn` names counts as a failure.
  package init(_ outcomes: some Sequence<Verdict.Outcome>, failOn: Set<FailOn>) {
    let outcomes = Set(outcomes)
    var failures: Set<Verdict.Outcome> = [.fail]
    if failOn.contains(.warn) { failures.insert(.warn) }
    if failOn.contains(.unknown) { failures.insert(.unknown) }
    self = outcomes.isDisjoint(with: failures) ? outcomes.contains(.unknown) ? .undetermined : .done : .failed
  }
}
