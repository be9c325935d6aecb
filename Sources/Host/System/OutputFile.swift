internal import CLinux
internal import Core
internal import Glibc

/// A file that a command writes where its user says.
package enum OutputFile {
  /// Puts `bytes` at `path`, whole or not at all: a new file takes the place of the old one, whose mode and owner
  /// it keeps; where there was none, its mode is `mode`. A symbolic link stays, and the file that it leads to is replaced or
  /// made; a pipe or a device is written to. A pipe that nobody has opened for reading within `patience` is an error.
  ///
  /// Refuses to replace `input`, which would be lost, and what a stranger has put there.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, butNot input: ManifestFile? = nil,
    patience: Duration = .seconds(5)
  ) throws(HostError) {
    let token = try Random.token()
    var old: FileStatus?
    try refuseStranger(at: path)
    do throws(Errno) {
      old = try existing(path)
      switch old?.kind {
      case .regular where old?.isSameFile(as: input?.status) == true: break
      case nil, .regular:
        let target = try target(of: path)
        let there = try existing(target)
        if old == nil || old?.isSameFile(as: there) == true {
          return try replace(target, token: token, with: bytes, like: old, mode: mode)
        }
        // Reached by a link of /proc alone: it has no name any more.
        return try open(path).write(bytes)
      case .directory: throw Errno.isADirectory
      case .fifo: return try open(path, until: .now + patience).write(bytes)
      case .symbolicLink, .characterDevice, .blockDevice, .socket, .unknown: return try open(path).write(bytes)
      }
    } catch {
      throw error == .noReader && old?.kind == .fifo
        ? HostError("write", path, said: "nobody reads what is written there") : HostError("write", path, error)
    }
    throw HostError("write", path, said: "it is the manifest itself; give the output another name")
  }

  /// Puts `new` in place of `old`, in the same way. Refuses where the file, which was read before, holds `old` no longer.
  package static func mend(_ path: String, _ old: [UInt8], with new: [UInt8]) throws(HostError) {
    let token = try Random.token()
    try refuseStranger(at: path)
    do throws(Errno) {
      let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) })
      let status = try file.status()
      guard status.kind == .regular else { throw Errno.invalid }
      if try file.readToEnd(limit: Limits.sourceBytes, expecting: status.size) == old {
        return try replace(try target(of: path), token: token, with: new, like: status, mode: status.mode.bits)
      }
    } catch {
      throw HostError("write", path, error)
    }
    throw HostError("write", path, said: "it was changed by somebody else meanwhile; try again")
  }

  private static func refuseStranger(at path: String) throws(HostError) {
    guard let owner = try stranger(at: path) else { return }
    throw HostError(
      "write", path, said: "user \(owner) has put it there, where everybody can; remove it, or write to another place")
  }

  /// Who has put a link, pipe or file under that name into a directory like `/tmp`; nil where it was this user, or the
  /// directory's. The kernel looks at this, too, unless that is switched off (proc_sys_fs(5), `protected_symlinks`).
  private static func stranger(at path: String) throws(HostError) -> UInt32? {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { lstat(path, &raw) }
      let owner = FileStatus(raw).user
      try SystemCall.run { stat(directory(of: path), &raw) }
      let holder = FileStatus(raw)
      let isForAll = holder.mode.bits & 0o1002 == 0o1002
      return isForAll && owner != geteuid() && owner != holder.user ? owner : nil
    } catch {
      if error == .noEntry { return nil }
      throw HostError("write", path, error)
    }
  }

  private static func directory(of path: String) -> String {
    path.utf8.contains(UInt8(ascii: "/")) ? AbsolutePath.split(path).directory : "."
  }

  private static func existing(_ path: String) throws(Errno) -> FileStatus? {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { stat(path, &raw) }
    } catch {
      if error == .noEntry { return nil }
      throw error
    }
    return FileStatus(raw)
  }

  /// Never waits for a line's carrier, and for a pipe's reader to `deadline`.
  private static func open(_ path: String, until deadline: MonotonicTime = .now) throws(Errno) -> FileDescriptor {
    let flags = O_WRONLY | O_TRUNC | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    while true {
      do throws(Errno) {
        return FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) })
      } catch {
        guard error == .noReader, !deadline.hasPassed else { throw error }
        usleep(10_000)
      }
    }
  }

  /// The path of the file itself, which may not be there yet: links at the path's end are followed, as the kernel does, at
  /// most forty.
  private static func target(of path: String) throws(Errno) -> String {
    var path = path
    for _ in 0..<40 {
      do throws(Errno) {
        let text = try SymbolicLink.target(of: path, in: AT_FDCWD)
        path = text.utf8.first == UInt8(ascii: "/") ? text : "\(directory(of: path))/\(text)"
      } catch {
        if error == .invalid || error == .noEntry { return path }
        throw error
      }
    }
    throw .tooManyLinks
  }

  private static func replace(
    _ path: String, token: String, with bytes: [UInt8], like old: FileStatus?, mode: UInt32
  ) throws(Errno) {
    let holding = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let holder = FileDescriptor(
      owning: try SystemCall.run { clinux_openat(AT_FDCWD, directory(of: path), holding, 0) })
    let number = holder.number
    let name = AbsolutePath.split(path).name
    let temporary = ".bringup-\(token)"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(number, temporary, flags, 0o600) })
    do throws(Errno) {
      try fill(file, with: bytes, like: old, mode: mode)
      try SystemCall.run { renameat(number, temporary, number, name) }
    } catch {
      // The first error is the one to tell.
      unlinkat(number, temporary, 0)
      throw error
    }
  }

  private static func fill(_ file: consuming FileDescriptor, with bytes: [UInt8], like old: FileStatus?, mode: UInt32)
    throws(Errno)
  {
    let number = file.number
    try file.write(bytes)
    if let old, old.user != geteuid() || old.group != getegid() {
      // Only root can give a file away; for others the new file is theirs.
      _ = fchown(number, old.user, old.group)
    }
    try SystemCall.run { fchmod(number, old?.mode.bits ?? mode) }
    try file.synchronize()
    try file.close()
  }
}

extension FileStatus {
  fileprivate func isSameFile(as other: FileStatus?) -> Bool {
    device == other?.device && inode == other?.inode
  }
}
