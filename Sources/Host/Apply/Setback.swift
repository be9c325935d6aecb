internal import Core

/// What went wrong with the changes of one transaction, by index.
struct Setback {
  /// Why changes could not be made.
  let failures: [Int: HostError]
  /// Those that are made all the same, though perhaps not durably.
  var inPlace: Set<Int> = []
  /// What came of putting back the others, where that was to be done.
  var undone = Undone()

  /// What became of the change `index`; nil where nothing went wrong with it.
  func outcome(of index: Int) -> StepResult.Outcome? {
    failures[index].map { inPlace.contains(index) ? .stuck($0.description) : .failed($0.description) }
  }

  func isOfPart(among changes: [Change]) -> Bool {
    failures.keys.contains { changes[$0].isOfPart }
  }

  /// The parts that fail now. Of each the first thing that it fails at is told, and everything that stays of it nevertheless.
  func failing(_ changes: [Change], besides known: [Int: Survey.Failure]) -> [Int: Survey.Failure] {
    var failing = known
    for (index, error) in failures.sorted(by: { $0.key < $1.key }) {
      for step in changes[index].steps where failing[step.part] == nil {
        failing[step.part] = Survey.Failure(step: step.step, error: error)
      }
    }
    for (index, error) in undone.stuck {
      for step in changes[index].steps {
        failing[step.part, default: Survey.Failure(step: step.step, error: error)].setStuck(error, at: step.step)
      }
    }
    // A part that does not fail is applied once more, and durably.
    for (index, error) in undone.inDoubt {
      for step in changes[index].steps { failing[step.part]?.add(error, at: step.step) }
    }
    return failing
  }
}
