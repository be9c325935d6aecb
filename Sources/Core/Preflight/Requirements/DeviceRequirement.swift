/// An item of `devices`: at least one device node has to match.
package struct DeviceRequirement: Sendable {
  package let origin: Origin
  package let path: Stated<PathPattern>
  /// `rw` where nothing is stated.
  package let access: Stated<DeviceAccess>
  /// Of the node that a container gets; nil where nothing is stated.
  package let fileMode: Stated<FileMode>?
  package let uid: Stated<UInt32>?
  package let gid: Stated<UInt32>?

  package init(
    origin: Origin, path: Stated<PathPattern>, access: Stated<DeviceAccess>, fileMode: Stated<FileMode>?,
    uid: Stated<UInt32>?, gid: Stated<UInt32>?
  ) {
    self.origin = origin
    self.path = path
    self.access = access
    self.fileMode = fileMode
    self.uid = uid
    self.gid = gid
  }
}
