internal import CLinux
internal import Core
internal import Glibc

/// Puts a set of changes on disk so that a crash at any point leaves each path old or new.
///
/// In this order: the journal of what may be left behind; every new file whole beside its target; the backup; one
/// synchronization of each file system; the renames; one synchronization of each directory. Called in that order by
/// ``Apply`` and ``Rollback``.
struct FileTransaction: ~Copyable {
  let changes: [Change]
  let pending: Pending
  private var staged: [StagedFile?] = []
  /// The changes that are in place, by index.
  private(set) var done: Set<Int> = []
  /// Directories that are there by now.
  private var made: Set<[UInt8]> = []
  var cursor = DirectoryCursor()

  private init(changes: [Change], pending: Pending) {
    self.changes = changes
    self.pending = pending
  }

  /// Writes the journal, durably. `earlier` is that of a transaction of this run that was given up: what could not be taken
  /// away of it stays listed.
  static func begin(
    _ changes: [Change], extending earlier: Pending? = nil, in state: borrowing StateDirectory
  ) throws(HostError) -> FileTransaction {
    var directories = earlier?.directories ?? []
    var made = earlier?.made ?? []
    var seen = Set(directories.map { Array($0.utf8) } + made.map { Array("made \($0)".utf8) })
    for change in changes {
      if seen.insert(Array(change.location.directory.utf8)).inserted { directories.append(change.location.directory) }
      for path in change.location.missing where seen.insert(Array("made \(path)".utf8)).inserted { made.append(path) }
    }
    let token = if let earlier { earlier.token } else { try Random.token() }
    let pending = Pending(token: token, directories: directories, made: made)
    try state.write(Pending.fileName, pending.json.bytes(.compact))
    return FileTransaction(changes: changes, pending: pending)
  }

  var madeDirectories: [String] { pending.made }

  /// Writes every new file under its temporary name. Returns the changes that could not be staged, by index; where there
  /// is one, nothing of the others is left either.
  mutating func stage(
    in root: borrowing Root, state: borrowing StateDirectory
  ) -> [Int: HostError] {
    var failures: [Int: HostError] = [:]
    for (index, change) in changes.enumerated() {
      do throws(HostError) {
        staged.append(try stage(change, index: index, in: root))
      } catch {
        staged.append(nil)
        failures[index] = error
      }
    }
    if !failures.isEmpty { discard(in: root, state: state) }
    return failures
  }

  private mutating func stage(
    _ change: Change, index: Int, in root: borrowing Root
  ) throws(HostError) -> StagedFile? {
    guard let wanted = change.wanted else { return nil }
    try makeDirectories(change.location.missing, in: root)
    return try StagedFile.write(
      wanted, at: change.location, temporaryName: pending.temporaryName(index), in: root, cursor: &cursor)
  }

  /// Takes away what was staged, and the journal with it. What cannot be taken away now is in the journal, and the next run
  /// does.
  mutating func discard(in root: borrowing Root, state: borrowing StateDirectory) {
    cursor.reset()
    do throws(HostError) {
      for file in staged {
        try file?.discard(in: root, cursor: &cursor)
      }
      try pending.removeMadeDirectories(in: root)
      try state.remove(Pending.fileName)
    } catch {
      // The failure that led here is the one reported.
    }
    staged = []
  }

  private mutating func makeDirectories(_ paths: [String], in root: borrowing Root) throws(HostError) {
    for path in paths where !made.contains(Array(path.utf8)) {
      let (parent, name) = AbsolutePath.split(path)
      do throws(Errno) {
        let directory = try root.openDirectory(parent)
        let number = directory.number
        try SystemCall.run { mkdirat(number, name, StateDirectory.holds(path) ? 0o700 : 0o755) }
      } catch {
        guard error == .exists else { throw HostError("make directory", path, error) }
      }
      made.insert(Array(path.utf8))
    }
  }

  /// Synchronizes each file system that was staged on, and that of the state directory, once.
  func synchronize(in root: borrowing Root, state: borrowing StateDirectory) throws(HostError) {
    var devices: Set = [try state.synchronizeFileSystem()]
    for case .some(let file) in staged where devices.insert(file.device).inserted {
      try FileSystemSync.synchronizeFileSystem(of: file.location.directory, in: root)
    }
  }

  /// Renames each file into place, removes what is to be removed, and synchronizes the directories. Returns the changes
  /// that failed, by index; the others are done.
  mutating func commit(in root: borrowing Root) -> [Int: HostError] {
    cursor.reset()
    var failures: [Int: HostError] = [:]
    for (index, change) in changes.enumerated() {
      do throws(HostError) {
        if let file = staged[index] {
          try file.commit(in: root, cursor: &cursor)
        } else {
          try FileTransaction.remove(change.location, in: root, cursor: &cursor)
        }
        done.insert(index)
      } catch {
        failures[index] = error
      }
    }
    synchronizeDirectories(in: root, failures: &failures)
    return failures
  }

  /// Dates the directories that the changes were made in, where the root has a source date.
  func date(in root: borrowing Root) throws(HostError) {
    try root.date(pending.directories + pending.made + pending.made.map { AbsolutePath.split($0).directory })
  }

  private func synchronizeDirectories(in root: borrowing Root, failures: inout [Int: HostError]) {
    var results: [[UInt8]: HostError?] = [:]
    for (index, change) in changes.enumerated() where failures[index] == nil {
      let path = change.location.directory
      let key = Array(path.utf8)
      if results[key] == nil {
        do throws(HostError) {
          try FileSystemSync.synchronizeDirectory(path, in: root)
          results[key] = .some(nil)
        } catch {
          results[key] = error
        }
      }
      if let error = results[key] ?? nil { failures[index] = error }
    }
  }

  static func remove(
    _ location: Location, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) {
    do throws(Errno) {
      let directory = try cursor.open(location.directory, in: root)
      try SystemCall.run { unlinkat(directory, location.name, 0) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", location.path, error) }
    }
  }
}
