extension ApplyReport {
  /// An item for each part that was refused, each step, and each warning.
  package var document: ReportDocument {
    let subjects: [(name: String, value: String?)] = [
      ("root", root), ("instance_id", instanceID), ("sources", sources.joined(separator: " ")),
    ]
    return ReportDocument(
      name: name, hostName: nil, startedAt: startedAt, microseconds: microseconds, status: status, counts: counts,
      subjects: subjects.compactMap { name, value in value.map { (name, Printable.escape($0)) } },
      items: failedParts.map(item) + steps.map(item) + parts.flatMap(warnings) + warnings.map(item),
      programVersion: programVersion)
  }

  private func item(_ part: PartResult) -> ReportItem {
    ReportItem(
      .step, id: "part:\(part.name)", .fail, headline: part.errors.first ?? "",
      facts: part.errors.map { ReportFact(.message, $0) } + [ReportFact(.remedy, Advice.part(command))])
  }

  private func item(_ step: StepResult) -> ReportItem {
    let facts: [ReportFact?] = [
      step.message.map { ReportFact(.message, $0) }, step.part.map { ReportFact(.part, $0.description) },
      step.origin.map { ReportFact(.place, $0.description) },
      step.hasFailed ? ReportFact(.remedy, Advice.step(step, command)) : nil,
    ]
    let id = "\(step.kind.rawValue):\(Printable.escape(step.subject))"
    return ReportItem(
      .step, id: id, step.outcome.asCheck, headline: step.message ?? step.outcome.word, facts: facts.compactMap { $0 },
      output: step.hasFailed ? step.outputLines : [], microseconds: step.microseconds)
  }

  private func warnings(_ part: PartResult) -> [ReportItem] {
    part.warnings.map { ReportItem(.step, id: "part:\(part.name)", .warn, headline: $0) }
  }

  private func item(_ warning: String) -> ReportItem {
    ReportItem(.step, id: name, .warn, headline: warning)
  }
}

extension StepResult.Outcome {
  /// In the words of a check: the node is as asked, or is not, or that was not this run's to do.
  fileprivate var asCheck: Verdict.Outcome {
    switch self {
    case .changed, .unchanged: .pass
    case .failed, .stuck: .fail
    case .left, .notRun: .skipped
    }
  }
}
