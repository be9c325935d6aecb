/// A number of bytes: a size of memory or of a file system.
package struct ByteCount: Hashable, Comparable, Sendable {
  package let bytes: UInt64

  package init(_ bytes: UInt64) {
    self.bytes = bytes
  }

  package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }
}
