internal import Core

extension FileTransaction {
  /// Puts back every change that is in place, so that no part is applied by half. Returns the changes that could not be put
  /// back, by index.
  mutating func undo(in root: borrowing Root, state: borrowing StateDirectory) -> [Int: HostError] {
    var stuck: [Int: HostError] = [:]
    for index in done.sorted() {
      do throws(HostError) {
        try putBack(changes[index], index: index, in: root)
      } catch {
        stuck[index] = HostError("put back", changes[index].location.path, said: error.description)
      }
    }
    discard(in: root, state: state)
    return stuck
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
