internal import Glibc

/// Who this process is.
package enum ProcessIdentity {
  package static var isRoot: Bool { geteuid() == 0 }

  /// Makes new files and directories as their modes are written in this program, whatever the caller's umask:
  /// cloud-init's own is 022.
  package static func setUmask() {
    umask(0o022)
  }
}
