internal import Core

extension FileTransaction {
  /// Puts back the changes of every part that another file of failed, so that no part is applied by half. Returns the
  /// changes put back, by index, with the error where one could not be.
  mutating func undo(besides failures: [Int: HostError], in root: borrowing Root) -> [Int: HostError?] {
    let failedParts = Set(failures.keys.flatMap { changes[$0].steps.map(\.part) })
    var undone: [Int: HostError?] = [:]
    for (index, change) in changes.enumerated() where failures[index] == nil {
      guard change.steps.contains(where: { failedParts.contains($0.part) }) else { continue }
      do throws(HostError) {
        try putBack(change, index: index, in: root)
        undone[index] = .some(nil)
      } catch {
        undone[index] = error
      }
    }
    return undone
  }

  private mutating func putBack(_ change: Change, index: Int, in root: borrowing Root) throws(HostError) {
    guard let before = change.before else {
      return try FileTransaction.remove(change.location, in: root, cursor: &cursor)
    }
    let file = try StagedFile.write(
      before, at: change.location, temporaryName: pending.temporaryName(changes.count + index), in: root,
      cursor: &cursor)
    try file.commit(in: root, cursor: &cursor)
  }
}
