/// Bytes that move in a second, over a network or onto a disk; never bits.
package struct TransferRate: Hashable, Comparable, Sendable {
  package let bytesPerSecond: UInt64

  package init(bytesPerSecond: UInt64) {
    self.bytesPerSecond = bytesPerSecond
  }

  package static func < (left: TransferRate, right: TransferRate) -> Bool {
    left.bytesPerSecond < right.bytesPerSecond
  }
}
