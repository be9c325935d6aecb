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
    package let removals: [StepResult]
    /// The parts that could not be applied on this root, by index in the plan.
    package let failedParts: Set<Int>
    /// What later runs have to know. The caller adds what it ran itself, and saves it when it reloaded the manager.
    package let state: AppliedState
  }

  /// Applies the files of `request` to `root`. The caller holds the lock of `state`, and has recovered it.
  ///
  /// Throws where nothing can be done at all: the state directory cannot be read or written.
  package static func run(
    _ request: Request, root: borrowing Root, state directory: borrowing StateDirectory, accounts: Accounts
  ) throws(HostError) -> Outcome {
    let earlier = request.earlier
    // The state file as it is on disk.
    var saved = earlier
    var failed: [Int: Survey.Failure] = [:]
    var left: Pending?
    var firstName = 0
    while true {
      let survey = Survey.take(request.plan, failed: failed, root: root, accounts: accounts)
      if request.strictness == .allOrNothing, !survey.failures.isEmpty || !request.plan.failures.isEmpty {
        if saved != earlier { try directory.save(earlier) }
        return Outcome(refusing: request, survey: survey, state: earlier)
      }
      let changes = survey.changes
      if changes.isEmpty {
        return try conclude(request, survey, failures: [:], saved: saved, state: directory)
      }
      var transaction = try FileTransaction.begin(changes, extending: left, firstName: firstName, in: directory)
      var failures = transaction.stage(in: root, state: directory)
      if failures.isEmpty {
        failures = try commit(&transaction, request, saved: &saved, root: root, state: directory)
        if !failures.keys.contains(where: { changes[$0].isOfPart }) {
          try transaction.date(in: root)
          let outcome = try conclude(request, survey, failures: failures, saved: saved, state: directory)
          // What a transaction before this one had to leave may be cleared by now; else the next run tries.
          if left == nil || transaction.pending.sweep(in: root).isEmpty { try directory.remove(Pending.fileName) }
          return outcome
        }
      }
      left = transaction.pending
      firstName = transaction.nextName
      // A part whose file cannot be written is dropped whole, and the rest is done without it.
      failed = survey.failures
      for (index, error) in failures {
        for step in changes[index].steps where failed[step.part] == nil {
          failed[step.part] = Survey.Failure(step: step.step, error: error)
        }
      }
    }
  }

  /// Keeps what is replaced, makes everything durable, and puts it into place. Returns the changes that failed, by index;
  /// where one of them is a part's, nothing is in place.
  private static func commit(
    _ transaction: inout FileTransaction, _ request: Request, saved: inout AppliedState, root: borrowing Root,
    state directory: borrowing StateDirectory
  ) throws(HostError) -> [Int: HostError] {
    let backup: String
    do throws(HostError) {
      backup = try keep(transaction, request, saved: &saved, root: root, state: directory)
    } catch {
      transaction.discard(in: root, state: directory)
      throw error
    }
    let failures = transaction.commit(in: root)
    guard failures.keys.contains(where: { transaction.changes[$0].isOfPart }) else { return failures }
    let stuck = transaction.undo(in: root, state: directory)
    if stuck.isEmpty { try Backup.drop(backup, in: directory) }
    return failures.merging(stuck) { first, _ in first }
  }

  /// Makes the backup, and what was staged, durable. Returns the name of the backup.
  private static func keep(
    _ transaction: borrowing FileTransaction, _ request: Request, saved: inout AppliedState, root: borrowing Root,
    state directory: borrowing StateDirectory
  ) throws(HostError) -> String {
    let changes = transaction.changes
    let backup = try Backup.write(
      changes.map(\.kept), made: transaction.madeDirectories, state: request.earlier.json, in: directory)
    let made = changes.filter { $0.before == nil }.flatMap(\.steps).map { (part: $0.part, step: $0.step) }
    let during = request.earlier.during(
      request.plan, making: made, scope: request.scope, instance: request.instance,
      unitsChange: changes.contains { $0.role == .unit })
    if during != saved {
      try directory.save(during)
      saved = during
    }
    try transaction.synchronize(in: root, state: directory)
    try Backup.seal(backup, in: directory)
    return backup
  }

  /// `failures` are those of removals, by index of the change; `saved` is the state file as it is.
  private static func conclude(
    _ request: Request, _ survey: Survey, failures: [Int: HostError], saved: AppliedState,
    state directory: borrowing StateDirectory
  ) throws(HostError) -> Outcome {
    let outcome = Outcome(request: request, survey: survey, failures: failures, earlier: request.earlier)
    if outcome.state != saved { try directory.save(outcome.state) }
    return outcome
  }
}
