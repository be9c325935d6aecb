internal import CLinux
internal import Glibc

/// Whose symbolic links are followed wherever they lead.
///
/// Root follows a link with root's rights, whoever made it: the owner of `/home/app` could have `/home/app/settings` lead to
/// `/etc/shadow`. So a link of anybody but root, this process's own user and the owner of the root directory leads only to
/// what is the link owner's too. The kernel has a rule like it for links in `/tmp` (proc_sys_fs(5), `protected_symlinks`), which
/// may be switched off.
struct LinkTrust: Sendable {
  private let user: UInt32
  /// Of the root directory: an image's owner can change all of it anyway.
  private let rootOwner: UInt32

  init(root: Int32) throws(Errno) {
    var raw = stat()
    try SystemCall.run { fstat(root, &raw) }
    user = geteuid()
    rootOwner = raw.st_uid
  }

  func includes(_ owner: UInt32) -> Bool { owner == 0 || owner == user || owner == rootOwner }
}
