internal import Core

extension Apply {
  /// What an apply remembers from one transaction to the next, and to its end.
  struct Progress {
    /// How often one part is left out for want of room, and the others tried again.
    private static let retries = 16

    private let request: Request
    /// The parts that fail, by index in the plan.
    var failed: [Int: Survey.Failure] = [:]
    /// The state file as it is on disk.
    private var saved: AppliedState
    /// How many transactions were tried, and the journal of the last one that was begun.
    private var transactions = 0
    private var pending: Pending?
    private var firstName = 0
    /// The backups of transactions of which something is stuck.
    private var backups: [String] = []
    private var trouble = StateTrouble()
    /// Removals that could not be put back though what asked for them fails.
    private var removed: [AbsolutePath: HostError] = [:]
    /// Something of a part that fails is in place, and remembered as what may be there.
    private var isHalved = false

    init(_ request: Request) {
      self.request = request
      saved = request.earlier
    }

    /// Carries out one transaction. Throws where none was carried out before, so that nothing was done.
    mutating func makeChanges(
      _ changes: [Change], root: borrowing Root, state directory: borrowing StateDirectory
    ) throws(HostError) -> Setback {
      let isFirst = transactions == 0
      transactions += 1
      do throws(HostError) {
        return try transact(changes, root: root, state: directory)
      } catch {
        if isFirst { throw error }
        return Setback(failures: Dictionary(uniqueKeysWithValues: changes.indices.map { ($0, error) }))
      }
    }

    /// Keeps what is replaced, makes everything durable, and puts it into place. Where a change of a part fails nothing is in
    /// place but what is stuck.
    private mutating func transact(
      _ changes: [Change], root: borrowing Root, state directory: borrowing StateDirectory
    ) throws(HostError) -> Setback {
      var transaction = try FileTransaction.begin(changes, extending: pending, firstName: firstName, in: directory)
      pending = transaction.pending
      firstName = transaction.nextName
      let failures = transaction.stage(
        in: root, state: directory, whenFull: transactions <= Self.retries ? .endsStaging : .isOneFailureOfMany)
      if !failures.isEmpty { return Setback(failures: failures) }
      let backup: String
      do throws(HostError) {
        backup = try keep(transaction, root: root, state: directory)
      } catch {
        transaction.discard(in: root, state: directory)
        throw error
      }
      var setback = Setback(failures: transaction.commit(in: root), inPlace: transaction.done)
      if setback.isOfPart(among: changes) {
        setback.undone = transaction.undo(in: root, state: directory)
        note(setback.undone, of: changes)
        if setback.undone.stuck.isEmpty {
          trouble.attempt(try Backup.drop(backup, in: directory))
        } else {
          backups.append(backup)
        }
      } else {
        trouble.attempt(try transaction.date(in: root))
      }
      return setback
    }

    private mutating func note(_ undone: Undone, of changes: [Change]) {
      if !undone.isWhole { isHalved = true }
      for (index, error) in undone.stuck where !changes[index].isOfPart {
        if let path = AbsolutePath(known: changes[index].location.path) { removed[path] = error }
      }
    }

    /// Makes the backup, and what was staged, durable. Returns the name of the backup.
    private mutating func keep(
      _ transaction: borrowing FileTransaction, root: borrowing Root, state directory: borrowing StateDirectory
    ) throws(HostError) -> String {
      let changes = transaction.changes
      let backup = try Backup.write(
        changes.map(\.kept), made: transaction.madeDirectories, state: request.earlier.json, after: backups,
        in: directory)
      let made = changes.filter { $0.before == nil }.flatMap(\.steps).map { (part: $0.part, step: $0.step) }
      let during = remembered.during(
        request.plan, making: made, scope: request.scope, instance: request.instance,
        unitsChange: changes.concernUnits)
      if during != saved {
        try directory.save(during)
        saved = during
      }
      try transaction.synchronize(in: root, state: directory)
      do throws(HostError) {
        try Backup.seal(backup, in: directory)
      } catch {
        // It may have its name by now, and would be a run to roll back. What cannot be dropped is the lesser evil then.
        trouble.attempt(try Backup.drop(backup, in: directory))
        throw error
      }
      return backup
    }

    /// The outcome where nothing is to be applied, since something cannot be.
    mutating func refuse(_ survey: Survey, state directory: borrowing StateDirectory) -> Outcome {
      save(remembered, in: directory)
      return Outcome(
        refusing: request, survey: survey, removals: lostRemovals(besides: []), state: remembered, trouble: trouble)
    }

    /// The outcome where everything is as asked, but for the parts that fail. `setback` is one of removals.
    mutating func conclude(
      _ survey: Survey, _ setback: Setback, root: borrowing Root, state directory: borrowing StateDirectory
    ) -> Outcome {
      var outcome = Outcome(request: request, survey: survey, setback: setback, earlier: remembered)
      outcome.removals += lostRemovals(besides: survey.removals.map(\.removal.path))
      save(outcome.state, in: directory)
      if !survey.changes.isEmpty { forgetJournal(root: root, state: directory) }
      outcome.trouble.add(trouble)
      return outcome
    }

    /// What earlier runs did, and what this one may have left of parts that fail.
    private var remembered: AppliedState { isHalved ? saved : request.earlier }

    /// One step for each file that is gone though it should be there again; `wanted` are to go anyway.
    private func lostRemovals(besides wanted: [AbsolutePath]) -> [StepResult] {
      removed.filter { !wanted.contains($0.key) }.sorted { $0.key.text < $1.key.text }.map { path, error in
        StepResult(
          kind: .remove, subject: path.description, part: nil, origin: nil, outcome: .stuck(error.description))
      }
    }

    private mutating func save(_ state: AppliedState, in directory: borrowing StateDirectory) {
      guard state != saved else { return }
      trouble.attempt(try directory.save(state))
    }

    /// What a transaction before the last one had to leave may be cleared by now; else the next run tries.
    private mutating func forgetJournal(root: borrowing Root, state directory: borrowing StateDirectory) {
      guard transactions == 1 || pending?.sweep(in: root).isEmpty == true else { return }
      trouble.attempt(try directory.remove(Pending.fileName))
    }
  }
}
