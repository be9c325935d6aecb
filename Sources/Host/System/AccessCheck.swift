internal import CLinux
internal import Glibc

/// What this process may do with a file (faccessat2(2)).
enum AccessCheck {
  /// Throws why it may not do what `mode` says (R_OK, W_OK, X_OK).
  static func allows(_ mode: Int32, _ path: String, in directory: Int32 = AT_FDCWD) throws(Errno) {
    do throws(Errno) {
      try SystemCall.run { faccessat(directory, path, mode, AT_EACCESS) }
    } catch {
      guard error.isMissingCall else { throw error }
      // Before Linux 5.8; by the real user, who is the effective one where nothing is set-id.
      try SystemCall.run { clinux_faccessat(directory, path, mode) }
    }
  }
}
