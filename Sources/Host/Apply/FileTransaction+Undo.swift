internal import Core

extension FileTransaction {
  /// Puts back every change that is in place, so that no part is applied by half, as durably as the changes were made.
  /// Returns the changes that could not be put back, by index.
  mutating func undo(in root: borrowing Root, state: borrowing StateDirectory) -> [Int: HostError] {
    var stuck: [Int: HostError] = [:]
    var files = [StagedFile?](repeating: nil, count: changes.count)
    for index in done.sorted() {
      do throws(HostError) {
        if let before = changes[index].before { files[index] = try stageAgain(before, index: index, in: root) }
      } catch {
        stuck[index] = error
      }
    }
    // Where that fails the old content is put back all the same, and told to be in doubt.
    let doubt = synchronizationFault(of: files, in: root)
    for index in done.sorted() where stuck[index] == nil {
      do throws(HostError) {
        if let file = files[index] {
          try file.commit(in: root, cursor: &cursor)
        } else {
          let holder = staged[index]?.holder
          try FileTransaction.remove(changes[index].location, from: holder, in: root, cursor: &cursor)
        }
      } catch {
        stuck[index] = error
      }
      if let doubt, stuck[index] == nil { stuck[index] = doubt }
    }
    synchronizeDirectories(of: done, in: root, failures: &stuck)
    discard(files, in: root, state: state)
    for index in done {
      if let error = stuck[index] {
        stuck[index] = HostError(LastingChange.putBack.rawValue, changes[index].location.path, said: error.description)
      }
    }
    return stuck
  }

  private mutating func stageAgain(
    _ before: FileImage, index: Int, in root: borrowing Root
  ) throws(HostError) -> StagedFile {
    try StagedFile.write(
      before, at: changes[index].location, temporaryName: pending.temporaryName(firstName + changes.count + index),
      in: root,
      cursor: &cursor)
  }

  private func synchronizationFault(of files: [StagedFile?], in root: borrowing Root) -> HostError? {
    do throws(HostError) {
      try synchronize(files, in: root)
      return nil
    } catch {
      return error
    }
  }
}
