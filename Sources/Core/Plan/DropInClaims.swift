/// Which part writes which drop-in: two documents that name one file would each undo the other.
struct DropInClaims: Sendable {
  private var parts: [AbsolutePath: PartName] = [:]

  /// Takes the part's drop-ins. Throws where an earlier part has one of them.
  mutating func claim(_ part: PlannedPart) throws(PartFailure) {
    let dropIns = part.steps.compactMap { if case .dropIn(let dropIn) = $0.action { dropIn } else { nil } }
    let errors = dropIns.compactMap { dropIn in
      parts[dropIn.path].map { other in
        UserDataError(dropIn.origin, .document(.dropInTaken(dropIn.path, by: other)))
      }
    }
    guard errors.isEmpty else { throw PartFailure(name: part.name, errors: errors) }
    for dropIn in dropIns { parts[dropIn.path] = part.name }
  }
}
