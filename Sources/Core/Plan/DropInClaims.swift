/// Which part writes which drop-in: two documents that name one file would each undo the other.
struct DropInClaims: Sendable {
  private var parts: [AbsolutePath: PartName] = [:]

  /// Takes the part's drop-ins. Throws where an earlier part, or the part itself, has one of them.
  mutating func claim(_ part: PlannedPart) throws(PartFailure) {
    var claimed = parts
    var errors: [UserDataError] = []
    for step in part.steps {
      guard case .dropIn(let dropIn) = step.action else { continue }
      if let other = claimed[dropIn.path] {
        errors.append(UserDataError(dropIn.origin, .document(problem(of: dropIn, in: part, takenBy: other))))
      } else {
        claimed[dropIn.path] = part.name
      }
    }
    guard errors.isEmpty else { throw PartFailure(name: part.name, errors: errors) }
    parts = claimed
  }

  /// A gate's drop-in has its name from the part.
  private func problem(of dropIn: DropIn, in part: PlannedPart, takenBy other: PartName) -> DocumentProblem {
    dropIn.path.name == PreflightGate.dropInName(of: part.name).text
      ? .gateTaken(dropIn.path, of: part.name) : .dropInTaken(dropIn.path, by: other)
  }
}
