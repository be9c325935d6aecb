/// A path and the directories above it, each known by a hash of 64 bits that nobody can foresee: all their texts together would
/// take the square of the path's length.
package struct PathHashes {
  package let path: Int
  /// Of each directory above it, from the top, and how many bytes of the path name it.
  package let above: [(hash: Int, length: Int)]

  /// Of a path whose components are parted by single slashes. Paths that count from different directories are told apart by
  /// what `hasher` was given of these.
  package init(of path: [UInt8], below hasher: Hasher = Hasher()) {
    var hasher = hasher
    var above: [(hash: Int, length: Int)] = []
    path.withUnsafeBytes { bytes in
      var start = 0
      for end in bytes.indices where bytes[end] == UInt8(ascii: "/") {
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
        let whole = hasher
        above.append((whole.finalize(), end))
      }
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
    self.path = hasher.finalize()
    self.above = above
  }

  package init(of path: String) {
    self.init(of: Array(path.utf8))
  }
}
