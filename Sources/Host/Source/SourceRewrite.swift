internal import CLinux
internal import Core
internal import Glibc

/// Puts a file's mended content in its place: a reader sees the old bytes or the new ones, and the file keeps its mode, its
/// owner and its attributes.
package enum SourceRewrite {
  /// Replaces the file that `path`, one of the caller's own root, leads to. Throws where it no longer holds `old`.
  package static func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) throws(HostError) {
    let target = try resolved(path)
    let (parent, name) = AbsolutePath.split(target)
    let token = try Random.token()
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      let directory = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, parent, flags, 0) })
      let status = try status(name, of: directory, holding: old, path: path)
      let temporary = ".bringup-\(token)"
      do throws(Errno) {
        try write(new, to: temporary, like: status, name, in: directory)
        let number = directory.number
        try SystemCall.run { renameat(number, temporary, number, name) }
      } catch {
        _ = unlinkat(directory.number, temporary, 0)
        throw error
      }
      try directory.synchronize()
    } catch {
      throw HostError("write", path, error)
    }
  }

  private static func resolved(_ path: String) throws(HostError) -> String {
    guard let text = realpath(path, nil) else { throw HostError("write", path, Errno(errno)) }
    defer { free(text) }
    return String(cString: text)
  }

  /// What the file is now; ESTALE where its content is not what was read.
  private static func status(
    _ name: String, of directory: borrowing FileDescriptor, holding old: [UInt8], path: String
  ) throws(Errno) -> FileStatus {
    let number = directory.number
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(number, name, flags, 0) })
    let status = try file.status()
    guard status.kind == .regular else { throw .invalid }
    guard try file.readToEnd(limit: Limits.sourceBytes, expecting: status.size) == old else { throw Errno(ESTALE) }
    return status
  }

  private static func write(
    _ bytes: [UInt8], to temporary: String, like status: FileStatus, _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(Errno) {
    let holder = directory.number
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(holder, temporary, flags, 0o600) })
    let number = file.number
    try file.write(bytes)
    try ExtendedAttributes.copy(from: name, of: holder, to: number)
    let made = try file.status()
    if made.user != status.user || made.group != status.group {
      try SystemCall.run { fchown(number, status.user, status.group) }
    }
    try SystemCall.run { fchmod(number, status.mode.bits) }
    try file.synchronize()
    try file.close()
  }
}
