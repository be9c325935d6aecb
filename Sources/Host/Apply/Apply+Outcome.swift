internal import Core

extension Apply.Outcome {
  /// Nothing was applied: one part failed and all were to be applied or none.
  ///
  /// `removals` are what could not be put back.
  init(
    refusing request: Apply.Request, survey: Survey, removals: [StepResult], state: AppliedState, trouble: StateTrouble
  ) {
    let parts = request.plan.parts.indices
    steps = parts.map { part in
      request.plan.parts[part].steps.indices.map { step in
        let outcome: StepResult.Outcome
        if let failure = survey.failures[part] {
          outcome = failure.outcome(of: step)
        } else {
          outcome = .notRun("--strict: another part failed")
        }
        return request.plan.result(part, step, outcome)
      }
    }
    self.removals = removals
    failedParts = Set(parts)
    self.state = state
    self.trouble = trouble
  }

  /// `earlier` is what to remember beside what is done now.
  init(request: Apply.Request, survey: Survey, setback: Setback, earlier: AppliedState) {
    let ledger = Ledger(survey: survey, plan: request.plan, setback: setback)
    // Only what changed is told from drift.
    let runs = EarlierRuns(survey.changes.isEmpty ? AppliedState() : request.earlier, instance: request.instance)
    let failedParts = Set(survey.failures.keys)
    steps = request.plan.parts.indices.map { part in
      request.plan.parts[part].steps.indices.map { step in
        let reference = StepReference(part: part, step: step)
        let judged = ledger.judge(reference, in: request.plan, earlier: runs)
        return request.plan.result(part, step, judged.outcome, note: judged.note)
      }
    }
    removals = ledger.removals
    state = earlier.succeeded(
      by: request.plan, failedParts: failedParts, scope: request.scope, instance: request.instance,
      unitsChanged: ledger.unitsChanged, remaining: ledger.remaining)
    self.failedParts = failedParts
    trouble = StateTrouble()
  }
}

extension Survey.Failure {
  fileprivate func outcome(of step: Int) -> StepResult.Outcome {
    guard let error = errors[step] else { return .notRun("its part failed") }
    return stuck.contains(step) ? .stuck(error.description) : .failed(error.description)
  }
}

/// Finds for each step what became of its file.
private struct Ledger {
  private let survey: Survey
  /// Of removals.
  private let setback: Setback
  private var targets: [StepReference: Int] = [:]
  /// The index of each target's change among the survey's changes.
  private var changes: [Int: Int] = [:]
  /// The last step that replaces the whole file, by the index of the target.
  private var replacements: [Int: StepReference] = [:]
  let unitsChanged: Bool

  /// Written here too, the text would be there twice.
  private static let appendsItself = "left to cloud-init, which appends it in this boot"

  init(survey: Survey, plan: Plan, setback: Setback) {
    self.survey = survey
    self.setback = setback
    for (index, target) in survey.targets.enumerated() {
      for step in target.steps {
        targets[step] = index
        if plan.parts[step.part].steps[step.step].file?.extent == .whole { replacements[index] = step }
      }
      if target.isChange { changes[index] = changes.count }
    }
    // A removal that failed may have been made all the same, and not durably.
    unitsChanged = survey.changes.concernUnits
  }

  func judge(
    _ reference: StepReference, in plan: Plan, earlier: EarlierRuns
  ) -> (outcome: StepResult.Outcome, note: String?) {
    let step = plan.parts[reference.part].steps[reference.step]
    if let failure = survey.failures[reference.part] {
      return (failure.outcome(of: reference.step), nil)
    }
    switch step.action {
    case .leave(_, _, let reason): return (.left(reason.sentence), nil)
    case .run, .remove: return (.notRun("not begun"), nil)
    case .write, .dropIn, .preflight: break
    }
    guard let index = targets[reference] else {
      // Only a text to be withdrawn from a file that is not there has no target.
      return (.left(Ledger.appendsItself), nil)
    }
    let target = survey.targets[index]
    if step.file?.extent.isWithdrawn == true {
      let note = target.changing.contains(reference) ? "the copy of an earlier run was taken out" : nil
      return (.left(Ledger.appendsItself), note)
    }
    if let later = replacements[index], later > reference {
      return (.unchanged, "replaced by the entry at \(plan.parts[later.part].steps[later.step].origin)")
    }
    guard target.changing.contains(reference) else { return (.unchanged, nil) }
    return (.changed, note(on: target, of: step, earlier: earlier))
  }

  /// What was there instead, and whether an earlier run had put it right.
  private func note(on target: Target, of step: Step, earlier: EarlierRuns) -> String? {
    guard let path = step.file?.path else { return nil }
    let isDrift = earlier.wrote(SHA256(of: target.wanted.content), to: path)
    guard let before = target.before else { return isDrift ? "repaired: it was gone" : nil }
    let differences = target.wanted.differences(from: before, .past)
    return isDrift ? "repaired: \(differences)" : differences
  }

  var removals: [StepResult] {
    removalOutcomes.map { removal, outcome in
      StepResult(
        kind: .remove, subject: removal.path.description, part: nil, origin: nil, outcome: outcome,
        note: "no longer asked for; was of part \(removal.part)")
    }
  }

  /// What should have gone and is still there.
  var remaining: Set<AbsolutePath> {
    Set(removalOutcomes.compactMap { $0.outcome.isFailure ? $0.removal.path : nil })
  }

  private var removalOutcomes: [(removal: Removal, outcome: StepResult.Outcome)] {
    // Their changes come after those of the targets.
    var change = changes.count
    return survey.removals.map { gone in
      switch gone.finding {
      case .absent: return (gone.removal, .unchanged)
      case .unreadable(let error): return (gone.removal, .failed(error.description))
      case .present:
        defer { change += 1 }
        return (gone.removal, setback.outcome(of: change) ?? .changed)
      }
    }
  }
}
