/// One file as it shall be: what a `write_files` or `files` entry, or a drop-in, comes to.
package struct FileWrite: Sendable {
  package let path: AbsolutePath
  package let content: [UInt8]
  package let mode: ModeRequest
  package let owner: OwnerRequest
  /// Whether `content` is the file or goes to its end.
  package let placement: Extent

  package enum Extent: Hashable, Sendable {
    case whole
    case appended
  }

  package init(path: AbsolutePath, content: [UInt8], mode: ModeRequest, owner: OwnerRequest, placement: Extent) {
    self.path = path
    self.content = content
    self.mode = mode
    self.owner = owner
    self.placement = placement
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
