/// An item of `volumes`: a directory of the node.
package struct VolumeRequirement: Sendable {
  /// What a path that does not exist comes to.
  package enum Missing: Sendable {
    /// It will be made; its nearest existing parent is judged in its place (`createIfMissing`, the default).
    case create
    /// The requirement does not hold (`createIfMissing: false`).
    case fail
    /// The requirement is passed over (`skipIfMissing: true`, whatever `createIfMissing` says).
    case skip
  }

  package let origin: Origin
  package let name: String?
  /// A path, or a file pattern (Go's `filepath.Match`).
  package let path: Stated<PathPattern>
  /// Where it is mounted in the container; judged by nothing.
  package let targetPath: String?
  package let missing: Missing
  /// Bytes that an unprivileged process may still write.
  package let capacity: Stated<ByteCount>?
  /// Names of file systems, of which one has to be the volume's.
  package let fileSystems: Stated<[String]>?
  package let minTransferRate: Stated<TransferRate>?
  package let uid: Stated<UInt32>?
  package let gid: Stated<UInt32>?
  package let mode: Stated<FileMode>?

  package init(
    origin: Origin, name: String?, path: Stated<PathPattern>, targetPath: String?, missing: Missing,
    capacity: Stated<ByteCount>?, fileSystems: Stated<[String]>?, minTransferRate: Stated<TransferRate>?,
    uid: Stated<UInt32>?, gid: Stated<UInt32>?, mode: Stated<FileMode>?
  ) {
    self.origin = origin
    self.name = name
    self.path = path
    self.targetPath = targetPath
    self.missing = missing
    self.capacity = capacity
    self.fileSystems = fileSystems
    self.minTransferRate = minTransferRate
    self.uid = uid
    self.gid = gid
    self.mode = mode
  }
}
