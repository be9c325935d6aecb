internal import Core
internal import Host

enum RollbackCommand {
  static func run(_ options: RollbackOptions) -> CommandOutput {
    let started = StartTime()
    do throws(HostError) {
      let root = try Root(options.common.root.text, sourceDate: try .of(.current()))
      // Held back until the report is out: no half of it is undone, and none of it without an account.
      let interrupt = try Interrupt()
      guard let directory = try StateDirectory.existing(in: root) else { return .nothingToRollBack }
      let lock = try directory.lock(waiting: 10)
      let recovery = try Recovery.run(in: root, state: directory)
      guard let outcome = try Rollback.run(options.edited, root: root, state: directory) else {
        return .nothingToRollBack
      }
      var trouble = outcome.trouble
      let reload = UnitReload.run([], reload: outcome.reload, root: root.kind)
      if reload.reload != outcome.reload { trouble.attempt(try remember(reload.reload, in: directory)) }
      trouble.attempt(try directory.conclude(lock, in: root))
      _ = consume lock
      let report = ApplyReport(
        command: .rollback, startedAt: started.wall,
        microseconds: started.microseconds, root: options.common.root.description,
        instanceID: nil, sources: [], parts: [], steps: outcome.steps + reload.steps + trouble.steps,
        warnings: recovery.warnings)
      var output = Publication.publish(
        report, as: .apply, options.format, options.common, root: root, keeping: report.dated(root.sourceDate))
      output.interrupt = interrupt
      return output
    } catch {
      return .refused(error, status: .failed)
    }
  }

  private static func remember(
    _ reload: AppliedState.Reload, in directory: borrowing StateDirectory
  ) throws(HostError) {
    var state = try directory.appliedState()
    state.reload = reload
    try directory.save(state)
  }
}

extension CommandOutput {
  fileprivate static let nothingToRollBack = CommandOutput.unusable("there is no apply to roll back")
}
