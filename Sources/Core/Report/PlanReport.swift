/// What an apply would do to this node now.
package struct PlanReport: Sendable {
  package let root: String
  /// The cloud's name for this instance; nil where nothing tells it.
  package let instanceID: String?
  /// As the user named them.
  package let sources: [String]
  /// In the order they would be taken.
  package let steps: [ForecastStep]
  /// Parts of which nothing would be applied.
  package let failures: [PartFailure]
  package let warnings: [Finding]

  package init(
    root: String, instanceID: String?, sources: [String], steps: [ForecastStep], failures: [PartFailure],
    warnings: [Finding]
  ) {
    self.root = root
    self.instanceID = instanceID
    self.sources = sources
    self.steps = steps
    self.failures = failures
    self.warnings = warnings
  }

  /// What apply's would be, as far as that can be told.
  package var status: ExitStatus {
    failures.isEmpty && !steps.contains(where: \.forecast.fails) ? .done : .failed
  }

  /// `2 to create, 1 to change, 12 unchanged`
  var counts: String {
    var counts = Dictionary(grouping: steps, by: \.forecast.word).mapValues(\.count)
    counts["fail", default: 0] += failures.count
    let words = [
      ("create", "to create"), ("change", "to change"), ("remove", "to remove"), ("run", "to run"),
      ("unchanged", "unchanged"),
      ("left", "left"), ("fail", "to fail"),
    ]
    let present = words.compactMap { word, phrase in
      counts[word].flatMap { $0 > 0 ? "\($0) \(phrase)" : nil }
    }
    return present.isEmpty ? "nothing to do" : present.joined(separator: ", ")
  }
}

/// A step of a plan, and what would come of it.
package struct ForecastStep: Sendable {
  package let part: PartName
  package let step: Step
  package let forecast: Forecast

  package init(part: PartName, step: Step, forecast: Forecast) {
    self.part = part
    self.step = step
    self.forecast = forecast
  }
}

/// What a step would do.
package enum Forecast: Sendable {
  case create
  /// What differs, in words; ``UnifiedDiff`` where the content does, nil where only mode or owner do, or where none is
  /// wanted.
  case change(String, diff: String?)
  case remove
  case unchanged
  /// One line, safe to show.
  case fail(String)
  /// Not this program's to do, and why.
  case leave(String)
  case run

  /// In the words of the reports.
  var word: String {
    switch self {
    case .create: "create"
    case .change: "change"
    case .remove: "remove"
    case .unchanged: "unchanged"
    case .fail: "fail"
    case .leave: "left"
    case .run: "run"
    }
  }

  var fails: Bool {
    if case .fail = self { true } else { false }
  }

  var message: String? {
    switch self {
    case .create, .remove, .unchanged, .run: nil
    case .change(let text, _), .fail(let text), .leave(let text): text
    }
  }

  var diff: String? {
    if case .change(_, let diff) = self { diff } else { nil }
  }
}
