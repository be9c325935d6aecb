internal import Core

/// What came of putting changes back, by index; nothing of those that are as they were.
struct Undone {
  /// Why some stay.
  var stuck: [Int: HostError] = [:]
  /// Why it is not known whether others would stay put back after a power failure.
  var inDoubt: [Int: HostError] = [:]

  var isWhole: Bool { stuck.isEmpty && inDoubt.isEmpty }
}

extension FileTransaction {
  /// Puts back every change that is in place, so that no part is applied by half, as durably as the changes were made.
  mutating func undo(in root: borrowing Root, state: borrowing StateDirectory) -> Undone {
    var undone = Undone()
    var files = [StagedFile?](repeating: nil, count: changes.count)
    for index in done.sorted() {
      do throws(HostError) {
        if let before = changes[index].before { files[index] = try stageAgain(before, index: index, in: root) }
      } catch {
        undone.stuck[index] = putBackError(index, error)
      }
    }
    // Where that fails the old content is put back all the same.
    let doubt = synchronizationFault(of: files, in: root)
    for index in done.sorted() where undone.stuck[index] == nil {
      do throws(HostError) {
        if let file = files[index] {
          try file.commit(in: root, cursor: &cursor)
        } else {
          let holder = staged[index]?.holder
          try FileTransaction.remove(changes[index].location, from: holder, in: root, cursor: &cursor)
        }
        undone.inDoubt[index] = doubt
      } catch {
        undone.stuck[index] = putBackError(index, error)
      }
    }
    synchronizeDirectories(of: done.filter { undone.stuck[$0] == nil }, in: root, failures: &undone.inDoubt)
    discard(files, in: root, state: state)
    return undone
  }

  private func putBackError(_ index: Int, _ error: HostError) -> HostError {
    HostError("put back", changes[index].location.path, said: error.description)
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
