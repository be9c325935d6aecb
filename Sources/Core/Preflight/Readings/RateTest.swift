/// How much a measurement of the write rate may write into a file system, or why it may not.
///
/// Three tries of the same size, each in a file without a name that is gone afterwards.
package enum RateTest: Hashable, Sendable {
  /// Bytes of one try.
  case write(Int)
  /// One line, safe to show.
  case refuse(String)

  package static let tries = 3

  /// At most an eighth of what is available: the measurement never fills a disk that others write to at the same time. What is
  /// less than ``Limits/rateTestLeastBytes`` fits into any disk's own cache and would tell nothing.
  package init(on fileSystem: FileSystemReading, with space: SpaceReading) {
    if fileSystem.isMemory {
      let over = fileSystem.upperType.map { " on \(Printable.escape($0))" } ?? ""
      self = .refuse("\(Printable.escape(fileSystem.type))\(over) is memory, whose rate tells nothing of a disk")
      return
    }
    if fileSystem.isReadOnly {
      self = .refuse("\(Printable.escape(fileSystem.mountPoint)) is mounted read-only")
      return
    }
    let share = Int(clamping: space.available.bytes / 8)
    guard share >= Limits.rateTestLeastBytes else {
      self = .refuse(
        """
        too little space: \(space.available.bytes) bytes are available, and a test writes at most an eighth of that and \
        at least \(Limits.rateTestLeastBytes)
        """)
      return
    }
    let whole = min(share, Limits.rateTestBytes)
    self = .write(whole - whole % Limits.rateTestChunkBytes)
  }
}

extension FileSystemReading {
  /// Its files are memory of the node: nothing of them is ever written to a disk.
  var isMemory: Bool { ["tmpfs", "ramfs", "devtmpfs", "rootfs", "hugetlbfs"].contains(upperType ?? type) }
}
