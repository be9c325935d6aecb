package import Core

/// What went wrong with bringup's own files once the node's may be changed. It is collected for the report: thrown, it would
/// take along the account of what was done.
package struct StateTrouble: Sendable {
  private var errors: [HostError] = []

  package init() {}

  package var isEmpty: Bool { errors.isEmpty }

  package mutating func add(_ error: HostError) {
    if !errors.contains(error) { errors.append(error) }
  }

  package mutating func add(_ other: StateTrouble) {
    for error in other.errors { add(error) }
  }

  /// Does what may fail, and goes on.
  package mutating func attempt(_ body: @autoclosure () throws(HostError) -> Void) {
    do throws(HostError) {
      try body()
    } catch {
      add(error)
    }
  }

  /// Each as a step that failed.
  package var steps: [StepResult] {
    errors.map {
      StepResult(
        kind: .state, subject: $0.subject ?? StateDirectory.path, part: nil, origin: nil,
        outcome: .failed($0.description))
    }
  }
}
