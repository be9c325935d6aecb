package import Core

/// Tells the service manager of changed units, and looks whether it took them.
package enum UnitReload {
  /// A drop-in that was applied, and the part that asked for it.
  package struct Applied: Sendable {
    package let dropIn: DropIn
    package let part: PartName

    package init(dropIn: DropIn, part: PartName) {
      self.dropIn = dropIn
      self.part = part
    }
  }

  package struct Outcome: Sendable {
    package let steps: [StepResult]
    /// Still due where the manager could not be told.
    package let reload: AppliedState.Reload
  }

  /// Reloads the manager where that is due, and reads back what it has of each unit that `applied` names.
  ///
  /// No manager, as in an image or a container, is no failure. A drop-in that had no effect is one.
  package static func run(_ applied: [Applied], reload: AppliedState.Reload, root: Root.Kind) -> Outcome {
    if reload == .done, applied.isEmpty { return Outcome(steps: [], reload: .done) }
    let none = { (why: String) in
      Outcome(steps: reload == .due ? [step(.notRun(why))] : [], reload: .done)
    }
    guard root == .node else { return none("no manager: not the running system") }
    do throws(HostError) {
      switch try ServiceManager.connect() {
      case .none: return none("no manager")
      case .manager(let manager): return use(manager, applied, reload)
      }
    } catch {
      return Outcome(steps: [step(.failed(error.description))], reload: reload)
    }
  }

  private static func use(
    _ manager: borrowing ServiceManager, _ applied: [Applied], _ reload: AppliedState.Reload
  ) -> Outcome {
    var steps: [StepResult] = []
    if reload == .due {
      let start = MonotonicTime.now
      do throws(HostError) {
        try manager.reload()
        steps.append(step(.changed, microseconds: MonotonicTime.now.microseconds(since: start)))
      } catch {
        return Outcome(steps: [step(.failed(error.description))], reload: .due)
      }
    }
    return Outcome(steps: steps + readBack(applied, manager), reload: .done)
  }

  /// How long reading back may go on before it is given up between two units.
  private static let readBackTime = Duration.seconds(30)

  /// A manager that answers one question too late, or none any more, is not asked about the units that are left.
  private static func readBack(_ applied: [Applied], _ manager: borrowing ServiceManager) -> [StepResult] {
    let deadline = MonotonicTime.now + readBackTime
    var steps: [StepResult] = []
    var isGivenUp = false
    for unit in Set(applied.map(\.dropIn.unit)).sorted() {
      let concerned = applied.filter { $0.dropIn.unit == unit }
      if isGivenUp || deadline.hasPassed {
        steps.append(result(concerned, unit, .failed("not read back: systemd answers too slowly, or not at all")))
      } else {
        steps += readBack(concerned, of: unit, manager, isGivenUp: &isGivenUp)
      }
    }
    return steps
  }

  /// One result for a unit that is loaded; none for one that does not exist yet.
  private static func readBack(
    _ applied: [Applied], of unit: UnitName, _ manager: borrowing ServiceManager, isGivenUp: inout Bool
  ) -> [StepResult] {
    do throws(HostError) {
      let dropIns = applied.map(\.dropIn)
      guard let state = try manager.state(of: unit, expecting: dropIns.flatMap(\.expected)) else { return [] }
      if state.load == .notFound { return [] }
      let differences = ReadBack.differences(of: dropIns, in: state)
      let outcome: StepResult.Outcome =
        differences.isEmpty ? .unchanged : .failed(differences.map(\.sentence).joined(separator: "; "))
      return [result(applied, unit, outcome)]
    } catch {
      isGivenUp = error.errno != nil
      return [result(applied, unit, .failed(error.description))]
    }
  }

  private static func result(_ applied: [Applied], _ unit: UnitName, _ outcome: StepResult.Outcome) -> StepResult {
    let note: String? = if case .unchanged = outcome { "systemd has the drop-in" } else { nil }
    return StepResult(
      kind: .readBack, subject: unit.text, part: applied.first?.part, origin: applied.first?.dropIn.origin,
      outcome: outcome, note: note)
  }

  private static func step(_ outcome: StepResult.Outcome, microseconds: Int? = nil) -> StepResult {
    StepResult(
      kind: .reload, subject: "systemd", part: nil, origin: nil, outcome: outcome, microseconds: microseconds)
  }
}
