/// What every report comes down to: items with an outcome each. The formats in `Formats/` are written once, over this.
package struct ReportDocument: Sendable {
  /// The command's: `preflight`.
  let name: String
  /// The node's; nil where it is not known.
  let hostName: String?
  let startedAt: Timestamp
  /// Wall time.
  let microseconds: Int
  let status: ExitStatus
  /// `2 failed, 12 passed`
  let counts: String
  /// What the run as a whole was about: `profile` and `db`. In the order to show them in, one line each; a name is one
  /// that a metric's label can have.
  let subjects: [(name: String, value: String)]
  /// In the order of the input.
  let items: [ReportItem]
  /// The version of the program that did it.
  let programVersion: String

  /// What an item means for the run.
  enum Effect: Hashable {
    case passes
    case fails
    case undetermined
    case skipped
  }

  /// So that each format agrees with the status: a warning, or what could not be told, fails the run where `--fail-on`
  /// made it so and nothing else did.
  func effect(of item: ReportItem) -> Effect {
    switch item.outcome {
    case .pass: .passes
    case .fail: .fails
    case .skipped: .skipped
    case .unknown: status == .failed && !has(.fail) ? .fails : .undetermined
    case .warn: status == .failed && !has(.fail) && !has(.unknown) ? .fails : .passes
    }
  }

  /// Failures, what could not be told, warnings; each in the order of the input.
  var troubles: [ReportItem] {
    [Verdict.Outcome.fail, .unknown, .warn].flatMap { outcome in items.filter { $0.outcome == outcome } }
  }

  func count(_ outcome: Verdict.Outcome) -> Int {
    items.count { $0.outcome == outcome }
  }

  private func has(_ outcome: Verdict.Outcome) -> Bool {
    items.contains { $0.outcome == outcome }
  }
}
