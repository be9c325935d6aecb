internal import CLinux
internal import Glibc

/// A file of this program's own in a directory of its own, in whose place something else may stand all the same: under `--root`
/// somebody else has made the image.
enum PrivateFile {
  /// Opens the regular file `name` for reading. Anything else is EINVAL, a link ELOOP, and neither is opened.
  static func open(_ name: String, in directory: Int32) throws(Errno) -> FileDescriptor {
    let status = try status(of: name, in: directory)
    if status.kind == .symbolicLink { throw .tooManyLinks }
    guard status.kind == .regular else { throw .invalid }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    return FileDescriptor(owning: try SystemCall.run { clinux_openat(directory, name, flags, 0) })
  }

  /// Makes the file `name` anew, 0600. What had the name is removed and not written to: it may have other names.
  static func replace(_ name: String, in directory: Int32) throws(Errno) -> FileDescriptor {
    do throws(Errno) {
      try SystemCall.run { unlinkat(directory, name, 0) }
    } catch {
      if error != .noEntry { throw error }
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return FileDescriptor(owning: try SystemCall.run { clinux_openat(directory, name, flags, 0o600) })
  }

  static func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    var raw = stat()
    try SystemCall.run { fstatat(directory, name, &raw, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(raw)
  }
}
