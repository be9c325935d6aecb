/// What a node's processes are to do with a device: the letters of a device cgroup's rules.
package struct DeviceAccess: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let read = DeviceAccess(rawValue: 1)
  package static let write = DeviceAccess(rawValue: 2)
  /// May be made with mknod(2).
  package static let create = DeviceAccess(rawValue: 4)
}
