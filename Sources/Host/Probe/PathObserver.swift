internal import CLinux
internal import Core
internal import Glibc

/// Tells what there is at a path of this node, in bounded time even where its file system is dead. Nothing is opened but
/// directories.
struct PathObserver {
  private let interrupt: Interrupt?
  /// How long the kernel may take for one answer.
  private var patience: Duration
  private var deputy: Deputy?

  init(interrupt: Interrupt?, patience: Duration = .seconds(5)) {
    self.interrupt = interrupt
    self.patience = patience
  }

  /// What stat(2) tells; of a symbolic link itself where `following` is false.
  mutating func status(of path: String, following: Bool = true) throws(HostError) -> FileStatus {
    let patience = patience
    return try ask("stat", path) { (deputy) throws(Deputy.Fault) -> FileStatus in
      let flags = following ? 0 : Int(AT_SYMLINK_NOFOLLOW)
      _ = try deputy.call(
        SYS_newfstatat, Int(AT_FDCWD), try deputy.text(path), deputy.answer, flags, within: patience)
      return FileStatus(deputy.answer(as: stat.self))
    }
  }

  /// What statfs(2) tells.
  mutating func fileSystem(of path: String) throws(HostError) -> statfs {
    let patience = patience
    return try ask("statfs", path) { (deputy) throws(Deputy.Fault) -> statfs in
      _ = try deputy.call(SYS_statfs, try deputy.text(path), deputy.answer, within: patience)
      return deputy.answer(as: statfs.self)
    }
  }

  /// The number of the mount that holds what `path` leads to; nil where the kernel does not tell it (before Linux 5.8).
  mutating func mountID(of path: String) throws(HostError) -> UInt64? {
    let patience = patience
    return try ask("statx", path) { (deputy) throws(Deputy.Fault) -> UInt64? in
      do throws(Deputy.Fault) {
        _ = try deputy.call(
          SYS_statx, Int(AT_FDCWD), try deputy.text(path), 0, StatxLayout.mountIDBit, deputy.answer, within: patience)
      } catch .refused(let errno) where errno.isMissingCall {
        return nil
      }
      let told = deputy.answer(as: UInt32.self, at: StatxLayout.mask)
      return Int(told) & StatxLayout.mountIDBit == 0 ? nil : deputy.answer(as: UInt64.self, at: StatxLayout.mountID)
    }
  }

  /// The path without symbolic links that `path` leads to, as the kernel has it.
  mutating func resolved(_ path: String) throws(HostError) -> [UInt8] {
    let patience = patience
    return try ask("resolve", path) { (deputy) throws(Deputy.Fault) -> [UInt8] in
      try PathObserver.open(path, O_PATH | O_CLOEXEC, deputy, patience) { (file) throws(Deputy.Fault) -> [UInt8] in
        let link = try deputy.text("/proc/self/fd/\(file)")
        let length = try deputy.call(
          SYS_readlinkat, Int(AT_FDCWD), link, deputy.answer, Int(PATH_MAX), within: patience)
        return deputy.answer(bytes: length)
      }
    }
  }

  /// Where the symbolic link `path` leads, as it says itself.
  mutating func target(of path: String) throws(HostError) -> [UInt8] {
    let patience = patience
    return try ask("readlink", path) { (deputy) throws(Deputy.Fault) -> [UInt8] in
      let link = try deputy.text(path)
      let length = try deputy.call(
        SYS_readlinkat, Int(AT_FDCWD), link, deputy.answer, Int(PATH_MAX), within: patience)
      return deputy.answer(bytes: length)
    }
  }

  /// Why this process may not do what `mode` says (R_OK, W_OK); nil where it may.
  mutating func obstacle(to mode: Int32, _ path: String) throws(HostError) -> Errno? {
    let patience = patience
    return try ask("access", path) { (deputy) throws(Deputy.Fault) -> Errno? in
      let name = try deputy.text(path)
      do throws(Deputy.Fault) {
        do throws(Deputy.Fault) {
          _ = try deputy.call(
            PathObserver.faccessat2, Int(AT_FDCWD), name, Int(mode), Int(AT_EACCESS), within: patience)
        } catch .refused(let errno) where errno.isMissingCall {
          // Before Linux 5.8; by the real user, who is the effective one where nothing is set-id.
          _ = try deputy.call(SYS_faccessat, Int(AT_FDCWD), name, Int(mode), within: patience)
        }
        return nil
      } catch .refused(let errno) where [.accessDenied, .notPermitted, .readOnly].contains(errno) {
        return errno
      }
    }
  }

  /// The names in the directory `path`, as bytes, sorted, without `.` and `..`; EFBIG where there are more than `limit`.
  mutating func names(in path: String, limit: Int) throws(HostError) -> [[UInt8]] {
    let patience = patience
    return try ask("list", path) { (deputy) throws(Deputy.Fault) -> [[UInt8]] in
      let flags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC
      return try PathObserver.open(path, flags, deputy, patience) { (directory) throws(Deputy.Fault) -> [[UInt8]] in
        var names: [[UInt8]] = []
        while true {
          let count = try deputy.call(SYS_getdents64, directory, deputy.answer, deputy.room, within: patience)
          if count == 0 { return names.sorted { $0.lexicographicallyPrecedes($1) } }
          names += DirectoryEntries.names(in: deputy.answer(bytes: count))
          if names.count > limit { throw .refused(.tooLarge) }
        }
      }
    }
  }

  /// Opens `path` in the deputy for as long as `body` lasts.
  private static func open<Value>(
    _ path: String, _ flags: Int32, _ deputy: Deputy, _ patience: Duration,
    _ body: (Int) throws(Deputy.Fault) -> Value
  ) throws(Deputy.Fault) -> Value {
    let file = try deputy.call(SYS_openat, Int(AT_FDCWD), try deputy.text(path), Int(flags), within: patience)
    let result = Result { () throws(Deputy.Fault) in try body(file) }
    // One that was given up has taken its files along.
    if case .failure(let fault) = result {
      guard case .refused = fault else { throw fault }
    }
    _ = try deputy.call(SYS_close, file, within: patience)
    return try result.get()
  }

  /// The same on every architecture.
  private static let faccessat2: Int32 = 439

  private mutating func ask<Value>(
    _ operation: String, _ path: String, _ question: (Deputy) throws(Deputy.Fault) -> Value
  ) throws(HostError) -> Value {
    let deputy = try currentDeputy()
    do throws(Deputy.Fault) {
      return try question(deputy)
    } catch {
      switch error {
      case .refused(let errno): throw HostError(operation, path, errno)
      case .silent, .interrupted, .lost:
        self.deputy = nil
        // A pattern may have many matches on a dead mount.
        patience = max(patience / 2, .milliseconds(100))
        throw HostError(operation, path, said: error.sentence)
      }
    }
  }

  private mutating func currentDeputy() throws(HostError) -> Deputy {
    if let deputy { return deputy }
    do throws(Errno) {
      let deputy = try Deputy(room: 64 << 10, interrupt: interrupt)
      self.deputy = deputy
      return deputy
    } catch {
      throw HostError("fork", nil, error)
    }
  }
}
