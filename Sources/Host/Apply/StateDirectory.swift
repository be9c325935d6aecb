internal import CLinux
internal import Core
internal import Glibc

/// `/var/lib/bringup` of the root: what was applied, what a run in progress may leave behind, what was replaced.
///
/// The directory is 0700 and every file in it 0600: backups hold what user-data holds. Files are written under a second
/// name, synchronized and renamed, so that each is whole at any time.
package struct StateDirectory: ~Copyable {
  static let path = AbsolutePath.bringupState.text

  private let directory: FileDescriptor
  /// One that goes with this value; nil for the lasting one.
  private let scratch: ScratchDirectory?

  /// Opens the directory, making it and what is above it where missing.
  package static func open(in root: borrowing Root) throws(HostError) -> StateDirectory {
    for (path, mode) in [("/var", 0o755), ("/var/lib", 0o755), (StateDirectory.path, 0o700)] {
      try make(path, mode: UInt32(mode), in: root)
    }
    do throws(Errno) {
      return StateDirectory(directory: try PrivateDirectory.openToWrite(path, in: root))
    } catch {
      throw HostError("open", path, error)
    }
  }

  /// The directory where it exists; nil where nothing was ever applied.
  package static func existing(in root: borrowing Root) throws(HostError) -> StateDirectory? {
    do throws(Errno) {
      return StateDirectory(directory: try PrivateDirectory.open(path, in: root))
    } catch {
      if error == .noEntry { return nil }
      throw HostError("open", path, error)
    }
  }

  /// Whether `path`, of a directory to be made, is below the state directory.
  static func holds(_ path: String) -> Bool { path.utf8.starts(with: "\(StateDirectory.path)/".utf8) }

  init(directory: consuming FileDescriptor, in scratch: consuming ScratchDirectory? = nil) {
    self.directory = directory
    self.scratch = scratch
  }

  /// Whether files can be made in it.
  var isWritable: Bool {
    do throws(Errno) {
      try AccessCheck.allows(W_OK | X_OK, ".", in: directory.number)
      return true
    } catch {
      return false
    }
  }

  private static func make(_ path: String, mode: UInt32, in root: borrowing Root) throws(HostError) {
    let parent = AbsolutePath.split(path)
    do throws(Errno) {
      let holder = try root.openDirectory(parent.directory)
      let number = holder.number
      try SystemCall.run { mkdirat(number, parent.name, mode) }
      try holder.date(root.sourceDate)
      try holder.synchronize()
    } catch {
      guard error != .exists else { return }
      throw HostError("make directory", path, error)
    }
  }

  /// The bytes of the file `name`; nil where there is none.
  func read(_ name: String) throws(HostError) -> [UInt8]? {
    let holder = directory.number
    do throws(Errno) {
      return try PrivateFile.open(name, in: holder).readToEnd(limit: Limits.stateBytes)
    } catch {
      if error == .noEntry { return nil }
      if error == .invalid { throw StateDirectory.damage(name, "it is no regular file") }
      throw HostError("read", "\(StateDirectory.path)/\(name)", error)
    }
  }

  /// What the file `name` is called until it is whole.
  static func temporaryName(of name: String) -> String { "\(name).new" }

  /// Replaces the file `name`, durably.
  func write(_ name: String, _ bytes: [UInt8]) throws(HostError) {
    guard bytes.count <= Limits.stateBytes else {
      throw HostError(
        "write", "\(StateDirectory.path)/\(name)",
        said: "\(bytes.count) bytes, and \(Limits.stateBytes) can be read again")
    }
    let holder = directory.number
    let temporary = StateDirectory.temporaryName(of: name)
    do throws(Errno) {
      let file = try PrivateFile.replace(temporary, in: holder)
      try file.write(bytes)
      try file.synchronize()
      try file.close()
      try SystemCall.run { renameat(holder, temporary, holder, name) }
      try directory.synchronize()
    } catch {
      throw HostError("write", "\(StateDirectory.path)/\(name)", error)
    }
  }

  /// Makes the file `name`, which must not exist. It is durable once the file system was synchronized.
  func create(_ name: String, _ bytes: [UInt8]) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(holder, name, flags, 0o600) })
      try file.write(bytes)
      try file.close()
    } catch {
      throw HostError("write", "\(StateDirectory.path)/\(name)", error)
    }
  }

  /// Makes everything in the directory durable, and returns the device that its file system is on.
  func synchronizeFileSystem() throws(HostError) -> UInt64 {
    do throws(Errno) {
      try FileSystemSync.synchronizeFileSystem(of: directory)
      return try directory.status().device
    } catch {
      throw HostError("synchronize file system of", StateDirectory.path, error)
    }
  }

  /// Gives a file or directory another name.
  func rename(_ name: String, to other: String) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      try SystemCall.run { renameat(holder, name, holder, other) }
    } catch {
      throw HostError("rename", "\(StateDirectory.path)/\(name)", error)
    }
  }

  /// Makes the names in the directory `name` durable.
  func synchronize(_ name: String) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let number = try SystemCall.run { clinux_openat(holder, name, flags, 0) }
      try FileDescriptor(owning: number).synchronize()
    } catch {
      throw HostError("synchronize directory", "\(StateDirectory.path)/\(name)", error)
    }
  }

  /// Removes the file `name`. It is no error where there is none.
  func remove(_ name: String) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      try SystemCall.run { unlinkat(holder, name, 0) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", "\(StateDirectory.path)/\(name)", error) }
    }
  }

  /// Removes the directory `name` with the files in it.
  func removeDirectory(_ name: String) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      for entry in try entries(of: name) {
        try SystemCall.run { unlinkat(holder, "\(name)/\(entry)", 0) }
      }
      try SystemCall.run { unlinkat(holder, name, AT_REMOVEDIR) }
    } catch {
      guard error == .noEntry else { throw HostError("remove", "\(StateDirectory.path)/\(name)", error) }
    }
  }

  /// Makes the directory `name`, 0700; it may exist.
  func makeDirectory(_ name: String) throws(HostError) {
    let holder = directory.number
    do throws(Errno) {
      try SystemCall.run { mkdirat(holder, name, 0o700) }
    } catch {
      guard error == .exists else { throw HostError("make directory", "\(StateDirectory.path)/\(name)", error) }
    }
  }

  /// The names in the directory `name`, sorted by byte; empty where it does not exist.
  func list(_ name: String) throws(HostError) -> [String] {
    do throws(Errno) {
      return try entries(of: name)
    } catch {
      if error == .noEntry { return [] }
      throw HostError("list", "\(StateDirectory.path)/\(name)", error)
    }
  }

  private func entries(of name: String) throws(Errno) -> [String] {
    let holder = directory.number
    let number = try SystemCall.run {
      clinux_openat(holder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
    }
    return try DirectoryListing.names(of: FileDescriptor(owning: number)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes the lock that keeps a second run out, waiting until `deadline` seconds passed; it is held until the returned
  /// descriptor is closed. The file names its holder's process for the message.
  package func lock(waiting seconds: Int) throws(HostError) -> FileDescriptor {
    let path = "\(StateDirectory.path)/lock"
    do throws(Errno) {
      let file = try openLock()
      let number = file.number
      for _ in 0..<(seconds * 20) {
        if flock(number, LOCK_EX | LOCK_NB) == 0 {
          try SystemCall.run { ftruncate(number, 0) }
          try file.write(Array("\(getpid())\n".utf8))
          return file
        }
        let error = Errno(errno)
        guard error == .wouldBlock || error == .interrupted else { throw error }
        usleep(50_000)
      }
    } catch {
      throw HostError("lock", path, error)
    }
    let owner = try read("lock").map { String(decoding: $0.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
    throw HostError(
      "lock", path, said: "another bringup is at work (process \(owner ?? "unknown")); waited \(seconds) s for it")
  }

  /// What is written to it must not reach a file of another name.
  private func openLock() throws(Errno) -> FileDescriptor {
    let holder = directory.number
    do throws(Errno) {
      let status = try PrivateFile.status(of: "lock", in: holder)
      guard status.kind == .regular, status.links == 1 else { throw .invalid }
    } catch {
      if error != .noEntry { throw error }
    }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    return FileDescriptor(owning: try SystemCall.run { clinux_openat(holder, "lock", flags, 0o600) })
  }

  /// Ends a run: the lock, which is still held, names nobody any more, and what the run kept is dated as the root says.
  package func conclude(_ lock: borrowing FileDescriptor, in root: borrowing Root) throws(HostError) {
    let number = lock.number
    do throws(Errno) {
      try SystemCall.run { ftruncate(number, 0) }
    } catch {
      throw HostError("release", "\(StateDirectory.path)/lock", error)
    }
    try root.dateTree(StateDirectory.path)
  }
}
