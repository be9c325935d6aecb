internal import CLinux
package import Core
internal import Glibc

/// A file that a user names for output.
package enum OutputFile {
  /// Replaces the file whole, by a rename, so that no reader sees half of it; mode 0600.
  ///
  /// What is not to be replaced is written to as it is: a device, a pipe, a link (`/dev/stderr` is one), a file that is a
  /// mount of its own (as Kubernetes makes `/dev/termination-log`), or one in a directory that cannot be written.
  package static func write(_ bytes: [UInt8], to path: PathArgument) throws(HostError) {
    let token = try Random.token()
    do throws(Errno) {
      switch try existing(path.text) {
      case .none, .regular: try replace(path.text, bytes, through: "\(path.text).\(token).new")
      case .directory: throw Errno.isADirectory
      case .symbolicLink, .characterDevice, .blockDevice, .fifo, .socket, .unknown: try overwrite(path.text, bytes)
      }
    } catch {
      throw HostError("write", path.text, error)
    }
  }

  private static func existing(_ path: String) throws(Errno) -> FileStatus.Kind? {
    var raw = stat()
    do throws(Errno) {
      try SystemCall.run { lstat(path, &raw) }
      return FileStatus(raw).kind
    } catch {
      if error == .noEntry { return nil }
      throw error
    }
  }

  private static func replace(_ path: String, _ bytes: [UInt8], through temporary: String) throws(Errno) {
    do throws(Errno) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, temporary, flags, 0o600) })
      try file.write(bytes)
      try file.close()
      try SystemCall.run { rename(temporary, path) }
    } catch {
      unlink(temporary)
      guard [.accessDenied, .notPermitted, .readOnly, .busy].contains(error), try existing(path) != nil else {
        throw error
      }
      try overwrite(path, bytes)
    }
  }

  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws(Errno) {
    let flags = O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC
    let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) })
    try file.write(bytes)
    try file.close()
  }
}
