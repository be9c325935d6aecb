/// One file that a device pattern matched.
package struct DeviceReading: Sendable {
  package enum Kind: Hashable, Sendable {
    case character(major: UInt32, minor: UInt32)
    case block(major: UInt32, minor: UInt32)
    case directory
    /// `a file`, `a broken symbolic link`.
    case other(String)
  }

  package let path: String
  package let kind: Reading<Kind>
  package let ownership: Reading<OwnershipReading>
  /// What this process may do with it, told without opening it.
  package let access: Reading<DeviceAccess>

  package init(
    path: String, kind: Reading<Kind>, ownership: Reading<OwnershipReading>, access: Reading<DeviceAccess>
  ) {
    self.path = path
    self.kind = kind
    self.ownership = ownership
    self.access = access
  }
}
