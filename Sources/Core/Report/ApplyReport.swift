/// What an apply, or a rollback, came to: the one value behind the text, the JSON, the journal and the console line.
package struct ApplyReport: Report {
  package enum Command: String, Sendable {
    case apply
    case rollback
  }

  package enum Outcome: String, Sendable {
    case changed
    case unchanged
    case failed
  }

  package let command: Command
  package let status: ExitStatus
  package let startedAt: Timestamp
  /// Wall time.
  package let microseconds: Int
  /// The root worked on, `/` mostly.
  package let root: String
  /// The cloud's name for this instance; nil where nothing tells it.
  package let instanceID: String?
  /// As the user named them.
  package let sources: [String]
  /// In apply order.
  package let parts: [PartResult]
  /// In the order they were taken.
  package let steps: [StepResult]
  /// What is worth telling and belongs to no part; one line each.
  package let warnings: [String]
  /// The version of the program that did it.
  package let programVersion: String

  /// The status follows from the results: failed where a part or a step failed, or where something warns and `failOn`
  /// holds `.warn`.
  package init(
    command: Command, startedAt: Timestamp, microseconds: Int, root: String, instanceID: String?, sources: [String],
    parts: [PartResult], steps: [StepResult], warnings: [String] = [], failOn: Set<FailOn> = []
  ) {
    let hasFailed = parts.contains { $0.outcome == .failed } || steps.contains(where: \.hasFailed)
    let warns = !warnings.isEmpty || parts.contains { !$0.warnings.isEmpty }
    self.init(
      command: command, status: hasFailed || warns && failOn.contains(.warn) ? .failed : .done, startedAt: startedAt,
      microseconds: microseconds, root: root, instanceID: instanceID, sources: sources, parts: parts, steps: steps,
      warnings: warnings, programVersion: Version.text)
  }

  init(
    command: Command, status: ExitStatus, startedAt: Timestamp, microseconds: Int, root: String, instanceID: String?,
    sources: [String], parts: [PartResult], steps: [StepResult], warnings: [String], programVersion: String
  ) {
    self.command = command
    self.status = status
    self.startedAt = startedAt
    self.microseconds = microseconds
    self.root = root
    self.instanceID = instanceID
    self.sources = sources
    self.parts = parts
    self.steps = steps
    self.warnings = warnings
    self.programVersion = programVersion
  }

  /// What happened to the node, whatever `--fail-on` makes of the status.
  package var outcome: Outcome {
    if !failedParts.isEmpty || steps.contains(where: \.hasFailed) { return .failed }
    let changed = steps.contains { if case .changed = $0.outcome { true } else { false } }
    return changed ? .changed : .unchanged
  }

  /// Parts of which nothing was applied. A part with a failed step is not among them.
  var failedParts: [PartResult] { parts.filter { $0.outcome == .failed && !$0.errors.isEmpty } }

  /// Every warning, the parts' first.
  var allWarnings: [String] { parts.flatMap(\.warnings) + warnings }

  package var name: String { command.rawValue }

  /// `3 changed, 12 unchanged, 1 failed`; what there is none of is left out.
  package var counts: String {
    var counts = Dictionary(grouping: steps, by: \.outcome.word).mapValues(\.count)
    counts["failed", default: 0] += failedParts.count
    let words = ["changed", "unchanged", "left", "not-run", "failed"]
    let present = words.compactMap { word in
      counts[word].flatMap { $0 > 0 ? "\($0) \(word == "not-run" ? "not run" : word)" : nil }
    }
    return present.isEmpty ? "nothing to do" : present.joined(separator: ", ")
  }

  package var firstFailure: String? {
    if let error = failedParts.first?.errors.first { return error }
    guard let step = steps.first(where: \.hasFailed) else { return nil }
    let place = step.origin.map { "\($0): " } ?? ""
    return place + (step.message ?? step.subject)
  }
}

extension StepResult {
  package var hasFailed: Bool { outcome.isFailure }

  /// Why it failed or was left, else what is worth adding.
  var message: String? {
    switch outcome {
    case .changed, .unchanged: note
    case .failed(let reason), .stuck(let reason), .left(let reason), .notRun(let reason):
      note.map { "\(reason); \($0)" } ?? reason
    }
  }
}

extension StepResult.Outcome {
  package var isFailure: Bool {
    switch self {
    case .failed, .stuck: true
    case .changed, .unchanged, .left, .notRun: false
    }
  }

  var isStuck: Bool { if case .stuck = self { true } else { false } }

  /// In the words of the reports.
  var word: String {
    switch self {
    case .changed: "changed"
    case .unchanged: "unchanged"
    case .failed, .stuck: "failed"
    case .left: "left"
    case .notRun: "not-run"
    }
  }
}
