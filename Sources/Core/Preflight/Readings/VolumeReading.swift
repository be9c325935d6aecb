/// What there is at one path of a volume requirement.
package struct VolumeReading: Sendable {
  /// The path asked for, a pattern's match in place of the pattern.
  package let path: AbsolutePath
  /// What was judged in its place: the path itself, or its nearest existing parent.
  package let presence: Reading<Presence>
  /// Of the file system that holds ``presence``'s directory.
  package let fileSystem: Reading<FileSystemReading>
  package let space: Reading<SpaceReading>
  /// Nil where no rate was asked for, or it was not to be measured.
  package let writeRate: RateReading?

  package enum Presence: Hashable, Sendable {
    case directory(OwnershipReading)
    /// There is something, and it is no directory: `a file`, `a socket`.
    case other(String)
    /// Nothing is there; the nearest parent that exists, a directory.
    case missing(parent: AbsolutePath)
    /// Nothing can be there: this parent is no directory.
    case blocked(by: AbsolutePath)
    /// Nothing is there, and nothing can be made: this symbolic link, the path itself or a parent of it, leads nowhere.
    case brokenLink(AbsolutePath)
  }

  package init(
    path: AbsolutePath, presence: Reading<Presence>, fileSystem: Reading<FileSystemReading>,
    space: Reading<SpaceReading>, writeRate: RateReading?
  ) {
    self.path = path
    self.presence = presence
    self.fileSystem = fileSystem
    self.space = space
    self.writeRate = writeRate
  }
}

/// Owner and mode of a directory or device.
package struct OwnershipReading: Hashable, Sendable {
  package let uid: UInt32
  package let gid: UInt32
  package let mode: FileMode

  package init(uid: UInt32, gid: UInt32, mode: FileMode) {
    self.uid = uid
    self.gid = gid
    self.mode = mode
  }
}

/// The mount that a path is on.
package struct FileSystemReading: Hashable, Sendable {
  /// `ext4`, as mountinfo names it.
  package let type: String
  package let mountPoint: String
  package let isReadOnly: Bool
  /// What takes the writes to an overlay, as mountinfo names it; nil for other types, and where it is not told.
  package let upperType: String?

  package init(type: String, mountPoint: String, isReadOnly: Bool, upperType: String? = nil) {
    self.type = type
    self.mountPoint = mountPoint
    self.isReadOnly = isReadOnly
    self.upperType = upperType
  }
}

/// Space of a file system, statvfs(3).
package struct SpaceReading: Hashable, Sendable {
  /// `f_blocks * f_frsize`
  package let total: ByteCount
  /// `f_bfree * f_frsize`: what root may still write.
  package let free: ByteCount
  /// `f_bavail * f_frsize`: what everybody may still write.
  package let available: ByteCount

  package init(total: ByteCount, free: ByteCount, available: ByteCount) {
    self.total = total
    self.free = free
    self.available = available
  }
}

/// A measurement of bytes over time, in tries.
package enum RateReading: Sendable {
  /// One rate a try, in order; not empty.
  case measured([TransferRate], Evidence)
  /// Not begun or not finished, and why: too little space, a memory file system, an error.
  case notMeasured(Evidence)
}
