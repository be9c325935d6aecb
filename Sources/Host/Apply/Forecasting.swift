package import Core

extension Plan {
  /// What each step would do to `root` now. Nothing is written.
  ///
  /// `diff` says whether differences in text files are worked out.
  package func forecast(
    root: borrowing Root, accounts: Accounts, diff: PlanOptions.Diff
  ) -> [ForecastStep] {
    let survey = Survey.take(self, failed: [:], root: root, accounts: accounts)
    var targets: [StepReference: Int] = [:]
    for (index, target) in survey.targets.enumerated() {
      for step in target.steps { targets[step] = index }
    }
    var steps: [ForecastStep] = []
    steps.reserveCapacity(parts.reduce(removals.count) { $0 + $1.steps.count })
    for (partIndex, part) in parts.enumerated() {
      for (stepIndex, step) in part.steps.enumerated() {
        let reference = StepReference(part: partIndex, step: stepIndex)
        let target = targets[reference].map { survey.targets[$0] }
        let forecast = forecast(of: step, reference, target: target, survey: survey, diff: diff)
        steps.append(ForecastStep(part: part.name, step: step, forecast: forecast))
      }
    }
    steps += removals.lazy.compactMap { removal in survey.forecast(of: removal) }
    return steps
  }

  private func forecast(
    of step: Step, _ reference: StepReference, target: Target?, survey: Survey, diff: PlanOptions.Diff
  ) -> Forecast {
    if let failure = survey.failures[reference.part] {
      return failure.errors[reference.step].map { .fail($0.description) } ?? .leave("its part fails")
    }
    switch step.action {
    case .run: return .run
    case .leave(_, _, let reason): return .leave(reason.sentence)
    case .remove: return .remove
    case .write(let write) where write.extent.isWithdrawn: return .leave(LeaveReason.cloudInit.sentence)
    case .write, .dropIn, .preflight: break
    }
    guard let target, target.changing.contains(reference) else { return .unchanged }
    guard let before = target.before, let path = step.file?.path else { return .create }
    let differences = target.wanted.differences(from: before, .present)
    // The difference is told once, at the step that has the last word.
    guard diff == .shown, target.lastChange == reference, before.content != target.wanted.content else {
      return .change(differences, diff: nil)
    }
    return .change(differences, diff: UnifiedDiff.text(from: before.content, to: target.wanted.content, path: path))
  }
}

extension Survey {
  /// Nil where there is nothing to remove.
  fileprivate func forecast(of removal: Removal) -> ForecastStep? {
    guard let gone = removals.first(where: { $0.removal == removal }) else { return nil }
    let forecast: Forecast
    switch gone.finding {
    case .absent: return nil
    case .present: forecast = .remove
    case .unreadable(let error): forecast = .fail(error.description)
    }
    let step = Step(origin: Origin(source: StateDirectory.path), action: .remove(removal))
    return ForecastStep(part: PartName(removal.part), step: step, forecast: forecast)
  }
}
