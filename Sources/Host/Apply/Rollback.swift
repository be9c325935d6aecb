package import Core

/// Puts back what the last apply replaced.
package enum Rollback {
  package struct Outcome: Sendable {
    package fileprivate(set) var steps: [StepResult]
    package fileprivate(set) var reload: AppliedState.Reload
    package fileprivate(set) var trouble: StateTrouble

    fileprivate var isComplete: Bool { trouble.isEmpty && !steps.contains(where: \.hasFailed) }

    /// Goes on with an earlier generation; what that found as it should be was told of by then.
    fileprivate mutating func add(_ other: Outcome) {
      let told = Set(steps.map { Array($0.subject.utf8) })
      steps += other.steps.filter { step in
        if case .unchanged = step.outcome { !told.contains(Array(step.subject.utf8)) } else { true }
      }
      reload = other.reload
      trouble.add(other.trouble)
    }
  }

  /// Undoes the last run; nil where there is none. The caller holds the lock of `state`, and has recovered it.
  ///
  /// Where a file could not be put back its generation of backups is kept, and a second rollback tries again.
  package static func run(
    _ edited: RollbackOptions.Edited, root: borrowing Root, state directory: borrowing StateDirectory
  ) throws(HostError) -> Outcome? {
    guard let name = try Backup.generationNames(in: directory).last else { return nil }
    let backup = try Backup.read(name, from: directory)
    var outcome = try undo(backup, name: name, edited, root: root, state: directory)
    for name in backup.earlier.reversed() where outcome.isComplete {
      do throws(HostError) {
        let backup = try Backup.read(name, from: directory)
        outcome.add(try undo(backup, name: name, edited, root: root, state: directory))
      } catch {
        outcome.trouble.add(error)
      }
    }
    return outcome
  }

  private static func undo(
    _ backup: Backup, name: String, _ edited: RollbackOptions.Edited, root: borrowing Root,
    state directory: borrowing StateDirectory
  ) throws(HostError) -> Outcome {
    var restorer = Restorer(edited: edited, generation: name)
    for number in backup.entries.indices {
      restorer.look(at: backup.entries[number], number: number, root: root, state: directory)
    }
    var present = try directory.appliedState()
    if restorer.concernsUnits { present.reload = .due }
    try restorer.carryOut(remembering: present, root: root, state: directory)
    var outcome = Outcome(steps: restorer.steps, reload: present.reload, trouble: restorer.trouble)
    if !outcome.steps.contains(where: \.hasFailed) {
      outcome.trouble.attempt(try conclude(backup, name: name, reload: present.reload, root: root, state: directory))
    }
    return outcome
  }

  /// Removes the directories that the apply made, restores the memory of the runs before, and forgets the generation.
  private static func conclude(
    _ backup: Backup, name: String, reload: AppliedState.Reload, root: borrowing Root,
    state directory: borrowing StateDirectory
  ) throws(HostError) {
    try Pending(token: "", directories: [], made: backup.made).removeMadeDirectories(in: root)
    try root.date(backup.made.map { AbsolutePath.split($0).directory })
    var state = backup.state.flatMap { AppliedState($0) } ?? AppliedState()
    state.reload = reload
    try directory.save(state)
    try Backup.drop(name, in: directory)
  }
}

/// Works out, entry by entry, what a rollback has to do.
private struct Restorer: ~Copyable {
  let edited: RollbackOptions.Edited
  let generation: String
  private var cursor = DirectoryCursor()
  private var changes: [Change] = []
  /// The index in `steps` of each change.
  private var places: [Int] = []
  private(set) var steps: [StepResult] = []
  private(set) var trouble = StateTrouble()

  init(edited: RollbackOptions.Edited, generation: String) {
    self.edited = edited
    self.generation = generation
  }

  var concernsUnits: Bool { changes.concernUnits }

  mutating func look(
    at entry: Backup.Entry, number: Int, root: borrowing Root, state: borrowing StateDirectory
  ) {
    do throws(HostError) {
      let location = try Location.find(entry.path, in: root, cursor: &cursor)
      let current = try Target.read(location, in: root, cursor: &cursor)
      let wanted = try Backup.image(of: entry, number: number, generation: generation, in: state)
      if current == wanted { return add(entry, .unchanged) }
      if current.map({ SHA256(of: $0.content).description }) != entry.written, edited == .keep {
        let remedy = wanted == nil ? "removes it" : "puts the old file back"
        return add(entry, .failed("edited since the apply; left as it is (--force \(remedy))"))
      }
      places.append(steps.count)
      changes.append(Change(at: location, before: current, wanted: wanted))
      add(entry, .changed)
    } catch {
      add(entry, .failed(error.description))
    }
  }

  private mutating func add(_ entry: Backup.Entry, _ outcome: StepResult.Outcome) {
    let note: String? =
      switch outcome {
      case .changed, .unchanged: entry.before == nil ? "was not there before" : "as it was before"
      case .failed, .stuck, .left, .notRun: nil
      }
    steps.append(
      StepResult(
        kind: entry.before == nil ? .remove : .file, subject: Printable.escape(entry.path), part: nil, origin: nil,
        outcome: outcome, note: note))
  }

  /// `present` is what to remember until all is back.
  mutating func carryOut(
    remembering present: AppliedState, root: borrowing Root, state: borrowing StateDirectory
  ) throws(HostError) {
    if changes.isEmpty { return }
    var transaction = try FileTransaction.begin(changes, in: state)
    var failures = transaction.stage(in: root, state: state)
    if failures.isEmpty {
      do throws(HostError) {
        try transaction.synchronize(in: root, state: state)
        // Should the run be stopped, the next one reloads.
        if try state.appliedState() != present { try state.save(present) }
      } catch {
        transaction.discard(in: root, state: state)
        throw error
      }
      failures = transaction.commit(in: root)
      trouble.attempt(try transaction.date(in: root))
    } else {
      for index in changes.indices where failures[index] == nil { replace(index, .notRun("another file failed")) }
    }
    let setback = Setback(failures: failures, inPlace: transaction.done)
    for index in failures.keys { if let outcome = setback.outcome(of: index) { replace(index, outcome) } }
    // Of a file that could not be put into place the new one still lies beside it.
    if failures.isEmpty {
      trouble.attempt(try state.remove(Pending.fileName))
    } else {
      transaction.discard(in: root, state: state)
    }
  }

  private mutating func replace(_ change: Int, _ outcome: StepResult.Outcome) {
    let step = steps[places[change]]
    steps[places[change]] = StepResult(
      kind: step.kind, subject: step.subject, part: nil, origin: nil, outcome: outcome, note: nil)
  }
}
