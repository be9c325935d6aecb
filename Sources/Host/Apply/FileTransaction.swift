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
  private(set) var staged: [StagedFile?] = []
  /// The changes that are in place, by index.
  private(set) var done: Set<Int> = []
  /// Directories that are there by now.
  private var made: Set<[UInt8]> = []
  /// Those of them that somebody else made meanwhile.
  private var foreign: Set<[UInt8]> = []
  /// Those that a transaction of this run made and could not take away again.
  private let inherited: Set<[UInt8]>
  /// Directories that were staged in, as many as may be kept open.
  private var held: [OpenDirectory] = []
  var cursor = DirectoryCursor()

  /// Of the 1,024 descriptors that a process may have by default.
  private static let heldDirectories = 256

  /// The number of the first temporary name: names of a transaction that was given up may still be there.
  let firstName: Int

  private init(changes: [Change], pending: Pending, firstName: Int, inherited: Set<[UInt8]>) {
    self.changes = changes
    self.pending = pending
    self.firstName = firstName
    self.inherited = inherited
  }

  /// The number from which on no temporary name was used.
  var nextName: Int { firstName + 2 * changes.count }

  /// Writes the journal, durably. `earlier` is that of a transaction of this run that was given up: what could not be taken
  /// away of it stays listed.
  static func begin(
    _ changes: [Change], extending earlier: Pending? = nil, firstName: Int = 0, in state: borrowing StateDirectory
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
    return FileTransaction(
      changes: changes, pending: pending, firstName: firstName,
      inherited: Set((earlier?.made ?? []).map { Array($0.utf8) }))
  }

  /// The journal but for directories that others made.
  private var ownPending: Pending {
    Pending(token: pending.token, directories: pending.directories, made: madeDirectories)
  }

  /// The directories that were made, outermost first.
  var madeDirectories: [String] { pending.made.filter { !foreign.contains(Array($0.utf8)) } }

  /// What to do where a file system is full.
  enum Shortage {
    /// Nothing more is tried: the files that come next may well have room once those of this part are gone.
    case endsStaging
    case isOneFailureOfMany
  }

  /// Writes every new file under its temporary name. Returns the changes that could not be staged, by index; where there
  /// is one, nothing of the others is left either.
  mutating func stage(
    in root: borrowing Root, state: borrowing StateDirectory, whenFull shortage: Shortage = .isOneFailureOfMany
  ) -> [Int: HostError] {
    var failures: [Int: HostError] = [:]
    for (index, change) in changes.enumerated() {
      do throws(HostError) {
        staged.append(try stage(change, index: index, in: root))
      } catch {
        staged.append(nil)
        failures[index] = error
        if error.errno?.isLackOfSpace == true, shortage == .endsStaging { break }
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
    let file = try StagedFile.write(
      wanted, at: change.location, temporaryName: pending.temporaryName(firstName + index), in: root, cursor: &cursor)
    hold(file, in: root)
    return file
  }

  private func heldDirectory(of file: StagedFile) -> OpenDirectory? {
    for directory in held where DirectoryIdentity(directory.status) == file.holder { return directory }
    return nil
  }

  /// Keeps the file's directory open, so that the file can be taken away wherever that is moved meanwhile.
  private mutating func hold(_ file: StagedFile, in root: borrowing Root) {
    guard held.count < FileTransaction.heldDirectories, heldDirectory(of: file) == nil else { return }
    do throws(Errno) {
      let directory = try cursor.hold(file.location.directory, in: root)
      if DirectoryIdentity(directory.status) == file.holder { held.append(directory) }
    } catch {
      // Its path leads there, too.
    }
  }

  /// Takes away what was staged, these `others` too, and the journal with it. What cannot be taken away now is in the
  /// journal, and the next run does.
  mutating func discard(
    _ others: [StagedFile?] = [], in root: borrowing Root, state: borrowing StateDirectory
  ) {
    cursor.reset()
    var isClear = true
    for case .some(let file) in staged + others {
      do throws(HostError) {
        try file.discard(in: root, cursor: &cursor, held: heldDirectory(of: file))
      } catch {
        isClear = false
      }
    }
    staged = []
    // A file that could not be written may be there and not be listed, so the directories are looked through.
    guard isClear, ownPending.sweep(in: root).isEmpty else { return }
    do throws(HostError) {
      try state.remove(Pending.fileName)
    } catch {
      // The failure that led here is the one reported.
    }
  }

  private mutating func makeDirectories(_ paths: MissingDirectories, in root: borrowing Root) throws(HostError) {
    for path in paths where !made.contains(Array(path.utf8)) {
      let (parent, name) = AbsolutePath.split(path)
      do throws(Errno) {
        let directory = try root.openDirectory(parent)
        let number = directory.number
        try SystemCall.run { mkdirat(number, name, StateDirectory.holds(path) ? 0o700 : 0o755) }
      } catch {
        guard error == .exists else { throw HostError("make directory", path, error) }
        if !inherited.contains(Array(path.utf8)) { foreign.insert(Array(path.utf8)) }
      }
      made.insert(Array(path.utf8))
    }
  }

  /// Synchronizes each file system that was staged on, and that of the state directory, once.
  func synchronize(in root: borrowing Root, state: borrowing StateDirectory) throws(HostError) {
    try synchronize(staged, but: [try state.synchronizeFileSystem()], in: root)
  }

  /// Synchronizes the file system of each file once, but for those that are `known` to be.
  func synchronize(
    _ files: [StagedFile?], but known: Set<UInt64> = [], in root: borrowing Root
  ) throws(HostError) {
    var devices = known
    for case .some(let file) in files where devices.insert(file.device).inserted {
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
          try FileTransaction.remove(change.location, from: change.location.holder, in: root, cursor: &cursor)
        }
        done.insert(index)
      } catch {
        failures[index] = error
      }
    }
    synchronizeDirectories(of: done, in: root, failures: &failures)
    return failures
  }

  /// Dates the directories that the changes were made in, where the root has a source date.
  func date(in root: borrowing Root) throws(HostError) {
    try root.date(pending.directories + pending.made + pending.made.map { AbsolutePath.split($0).directory })
  }

  /// Makes the names of these changes durable, each directory once; those that have failed are left alone.
  func synchronizeDirectories(
    of these: Set<Int>, in root: borrowing Root, failures: inout [Int: HostError]
  ) {
    var results: [[UInt8]: HostError?] = [:]
    for index in these.sorted() where failures[index] == nil {
      let path = changes[index].location.directory
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

  /// Removes the file from the directory that it was found in, or was put into.
  static func remove(
    _ location: Location, from holder: DirectoryIdentity?, in root: borrowing Root, cursor: inout DirectoryCursor
  ) throws(HostError) {
    do throws(Errno) {
      let directory = try cursor.open(location.directory, being: holder, in: root)
      try SystemCall.run { unlinkat(directory, location.name, 0) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", location.path, error) }
    }
  }
}
