package import Core

/// Carries out the files of a plan: looks at the root, stages, commits, remembers.
package enum Apply {
  /// What to do when one part cannot be applied.
  package enum Strictness: Sendable {
    /// The other parts are applied.
    case perPart
    /// Nothing is applied.
    case allOrNothing
  }

  package struct Request: Sendable {
    package let plan: Plan
    package let strictness: Strictness
    package let scope: Scope
    package let instance: String?
    /// What earlier runs did.
    package let earlier: AppliedState

    package init(plan: Plan, strictness: Strictness, scope: Scope, instance: String?, earlier: AppliedState) {
      self.plan = plan
      self.strictness = strictness
      self.scope = scope
      self.instance = instance
      self.earlier = earlier
    }
  }

  /// What became of the files.
  package struct Outcome: Sendable {
    /// For each part of the plan, one result for each of its steps, in order.
    package let steps: [[StepResult]]
    package internal(set) var removals: [StepResult]
    /// The parts that could not be applied on this root, by index in the plan.
    package let failedParts: Set<Int>
    /// What later runs have to know. The caller adds what it ran itself, and saves it when it reloaded the manager.
    package let state: AppliedState
    package internal(set) var trouble: StateTrouble
  }

  /// Applies the files of `request` to `root`. The caller holds the lock of `state`, and has recovered it.
  ///
  /// Throws where nothing was done at all: the state directory cannot be read or written. What goes wrong with it once a file
  /// was in place is told in the outcome.
  package static func run(
    _ request: Request, root: borrowing Root, state directory: borrowing StateDirectory, accounts: Accounts
  ) throws(HostError) -> Outcome {
    var progress = Progress(request)
    while true {
      let survey = Survey.take(request.plan, failed: progress.failed, root: root, accounts: accounts)
      if request.strictness == .allOrNothing, !survey.failures.isEmpty || !request.plan.failures.isEmpty {
        return progress.refuse(survey, state: directory)
      }
      let changes = survey.changes
      if changes.isEmpty { return progress.conclude(survey, Setback(failures: [:]), root: root, state: directory) }
      let setback = try progress.makeChanges(changes, root: root, state: directory)
      if !setback.isOfPart(among: changes) {
        return progress.conclude(survey, setback, root: root, state: directory)
      }
      // A part whose file cannot be written is dropped whole, and the rest is done without it.
      progress.failed = setback.failing(changes, besides: survey.failures)
    }
  }
}
