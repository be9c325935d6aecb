/// One file as it shall be: what a `write_files` or `files` entry, or a drop-in, comes to.
package struct FileWrite: Sendable {
  package let path: AbsolutePath
  package let content: [UInt8]
  /// Of the content: worked out once, for the state, the reports and the rules about appended text.
  package let digest: SHA256
  package let mode: ModeRequest
  package let owner: OwnerRequest
  package let extent: Extent

  /// Whether the content is the file or goes to its end.
  package enum Extent: Hashable, Sendable {
    case whole
    case appended(History)
    /// cloud-init appends it in this boot: a copy that is known to have been appended before makes room.
    case withdrawn(History)

    /// Whether cloud-init puts the content there, and not this program.
    package var isWithdrawn: Bool {
      switch self {
      case .withdrawn: true
      case .whole, .appended: false
      }
    }
  }

  /// What is known of an `append: true` entry from earlier runs.
  package enum History: Hashable, Sendable {
    case unknown
    /// This program or cloud-init wrote it to this file before.
    case written
  }

  /// The same write, going to its file in another way.
  func with(_ extent: Extent) -> FileWrite {
    FileWrite(path: path, content: content, digest: digest, mode: mode, owner: owner, extent: extent)
  }

  package init(path: AbsolutePath, content: [UInt8], mode: ModeRequest, owner: OwnerRequest, extent: Extent) {
    self.init(
      path: path, content: content, digest: SHA256(of: content), mode: mode, owner: owner, extent: extent)
  }

  private init(
    path: AbsolutePath, content: [UInt8], digest: SHA256, mode: ModeRequest, owner: OwnerRequest, extent: Extent
  ) {
    self.path = path
    self.content = content
    self.digest = digest
    self.mode = mode
    self.owner = owner
    self.extent = extent
  }
}

/// What is asked of a file's mode.
package enum ModeRequest: Hashable, Sendable {
  case set(FileMode)
  /// An existing file keeps its mode, a new one gets 0644: cloud-init skips the chmod where `permissions` is zero.
  case keep
}

/// What is asked of a file's owner; nil keeps what is there (a new file belongs to root).
package struct OwnerRequest: Hashable, Sendable {
  package let user: AccountName?
  package let group: AccountName?

  package init(user: AccountName?, group: AccountName?) {
    self.user = user
    self.group = group
  }

  package static let root = OwnerRequest(user: .id(0), group: .id(0))
}

/// A user or group as written: a name of `/etc/passwd` or `/etc/group`, or a number.
package enum AccountName: Hashable, Sendable {
  case name(String)
  case id(UInt32)
}
