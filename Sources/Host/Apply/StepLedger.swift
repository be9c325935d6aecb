package import Core

/// Collects what became of each step of a plan, and of what followed from them.
package struct StepLedger: Sendable {
  private let plan: Plan
  /// By part and step of the plan.
  private var planned: [[StepResult]]
  private var removals: [StepResult] = []
  private var following: [StepResult] = []
  /// Told last.
  package var trouble = StateTrouble()
  private var failedParts: Set<Int> = []

  package init(_ plan: Plan) {
    self.plan = plan
    planned = plan.parts.indices.map { part in
      plan.parts[part].steps.indices.map { plan.result(part, $0, .notRun("not begun")) }
    }
  }

  /// Takes over the results of the files; commands keep theirs.
  package mutating func add(_ outcome: Apply.Outcome) {
    for (part, results) in outcome.steps.enumerated() {
      for (step, result) in results.enumerated() {
        if case .run = plan.parts[part].steps[step].action { continue }
        planned[part][step] = result
      }
    }
    removals = outcome.removals
    failedParts = outcome.failedParts
    trouble.add(outcome.trouble)
  }

  package mutating func add(_ steps: [StepResult]) {
    following += steps
  }

  package mutating func set(_ command: PlannedCommand, _ result: StepResult) {
    planned[command.part][command.step] = result
  }

  package mutating func set(_ command: PlannedCommand, _ outcome: StepResult.Outcome) {
    planned[command.part][command.step] = plan.result(command.part, command.step, outcome)
  }

  /// The parts that could not be read, then those of the plan.
  package var parts: [PartResult] {
    plan.failures.map { PartResult($0) }
      + plan.parts.indices.map { PartResult(plan.parts[$0], planned[$0]) }
  }

  /// In the plan's order, then what followed.
  package var steps: [StepResult] { planned.flatMap(\.self) + removals + following + trouble.steps }
}
