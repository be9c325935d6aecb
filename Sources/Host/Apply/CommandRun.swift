package import Core

/// Runs the commands of a plan (`--run`).
package enum CommandRun {
  /// What became of one: it failed where it did not end with status 0, as cloud-init counts.
  package static func run(_ planned: PlannedCommand, of plan: Plan, by runner: ScriptRunner) -> StepResult {
    guard case .run(let command) = plan.parts[planned.part].steps[planned.step].action else {
      return plan.result(planned.part, planned.step, .notRun("no command"))
    }
    let start = MonotonicTime.now
    do throws(HostError) {
      let details = try runner.run(command)
      return result(planned, of: plan, details, microseconds: MonotonicTime.now.microseconds(since: start))
    } catch {
      return plan.result(planned.part, planned.step, .failed(error.description))
    }
  }

  private static func result(
    _ planned: PlannedCommand, of plan: Plan, _ details: CommandDetails, microseconds: Int
  ) -> StepResult {
    let outcome = details.end.failure.map { StepResult.Outcome.failed($0) } ?? .changed
    let step = plan.parts[planned.part].steps[planned.step]
    return StepResult(
      kind: step.kind, subject: Printable.escape(step.subject), part: plan.parts[planned.part].name,
      origin: step.origin, outcome: outcome, details: .command(details), microseconds: microseconds)
  }
}
