internal import CLinux
internal import Glibc

/// The extended attributes that a replaced file hands on to what replaces it (xattr(7)).
enum ExtendedAttributes {
  /// How much of them the old file's owner may give to the new one.
  enum Share {
    case all
    /// The access list of a stranger's file could let the stranger read what only root shall.
    case labelAlone
  }

  /// Copies the access list, the security label and `user.*` attributes of the file `name` in `directory` to the open
  /// file `target`. Capabilities and integrity hashes belong to the old content and stay behind. A file system without
  /// attributes has none to copy.
  static func copy(_ share: Share, from name: String, of directory: Int32, to target: Int32) throws(Errno) {
    let number: Int32
    do {
      number = try SystemCall.run {
        clinux_openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0)
      }
    } catch {
      // Of a file that is gone, or that may not be read, nothing can be handed on.
      if [.noEntry, .accessDenied, .notPermitted].contains(error) { return }
      throw error
    }
    let source = FileDescriptor(owning: number)
    for attribute in try names(of: source) where isHandedOn(attribute, share) {
      try copy(attribute, from: source, to: target)
    }
  }

  private static func isHandedOn(_ name: String, _ share: Share) -> Bool {
    switch share {
    case .labelAlone: name == "security.selinux"
    case .all: name == "security.selinux" || name == "system.posix_acl_access" || name.hasPrefix("user.")
    }
  }

  private static func names(of source: borrowing FileDescriptor) throws(Errno) -> [String] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let number = source.number
    while true {
      do {
        let length = try SystemCall.run { flistxattr(number, &buffer, buffer.count) }
        return buffer.prefix(length).split(separator: 0).map { name in
          String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
      } catch {
        if error == .notSupported || error == .notImplemented { return [] }
        guard error == Errno(ERANGE), buffer.count < limit else { throw error }
        buffer = [CChar](repeating: 0, count: limit)
      }
    }
  }

  /// The kernel's own bound on a list of names and on a value (XATTR_LIST_MAX, XATTR_SIZE_MAX).
  private static let limit = 64 << 10

  private static func copy(
    _ name: String, from source: borrowing FileDescriptor, to target: Int32
  ) throws(Errno) {
    var value = [UInt8](repeating: 0, count: limit)
    let number = source.number
    let length = try SystemCall.run { fgetxattr(number, name, &value, value.count) }
    try SystemCall.run { fsetxattr(target, name, &value, length, 0) }
  }
}
