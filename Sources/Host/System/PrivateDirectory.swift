internal import Core
internal import Glibc

/// A directory of this program's own, which nobody else may look into or change.
enum PrivateDirectory {
  /// Opens `path`, which is no link. EACCES where root finds it to be another user's, who could put there what root then
  /// believes.
  static func open(_ path: String, in root: borrowing Root) throws(Errno) -> FileDescriptor {
    let directory = try root.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    if geteuid() == 0, !root.trust.includes(try directory.status().user) { throw .accessDenied }
    return directory
  }

  /// The same for one that is about to be written to: its mode is 0700 then, as far as this user can see to that.
  static func openToWrite(_ path: String, in root: borrowing Root) throws(Errno) -> FileDescriptor {
    let directory = try open(path, in: root)
    let status = try directory.status()
    if geteuid() == status.user, status.mode != FileMode(0o700) {
      let number = directory.number
      do throws(Errno) {
        try SystemCall.run { fchmod(number, 0o700) }
      } catch {
        if error != .readOnly { throw error }
      }
    }
    return directory
  }
}
