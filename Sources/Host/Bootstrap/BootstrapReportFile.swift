internal import CLinux
package import Core
internal import Glibc

/// The file that a bootstrap's report goes to, where its user says.
package enum BootstrapReportFile {
  /// Replaces the file whole where that is possible; a new one is for its owner alone.
  ///
  /// A file that is a mount of its own (as Kubernetes makes `/dev/termination-log`), or lies in a directory that cannot be
  /// written, is written to as it is.
  package static func write(_ bytes: [UInt8], to path: PathArgument) throws(HostError) {
    do throws(HostError) {
      try OutputFile.write(bytes, to: path.text, mode: 0o600)
    } catch {
      guard let errno = error.errno, [.accessDenied, .notPermitted, .readOnly, .busy].contains(errno) else {
        throw error
      }
      do throws(Errno) { try overwrite(path.text, bytes) } catch {
        // A file that is not there has the reason why it could not be made.
        throw HostError("write", path.text, error == .noEntry ? errno : error)
      }
    }
  }

  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws(Errno) {
    let flags = O_WRONLY | O_TRUNC | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) })
    try file.write(bytes)
    try file.close()
  }
}
