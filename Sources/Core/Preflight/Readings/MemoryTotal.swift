/// What the kernel manages of the memory, from `/proc/meminfo` (proc(5)).
///
/// `MemTotal:        7928504 kB` is 8,118,788,096 bytes: its `kB` are 1,024 bytes each.
package struct MemoryTotal: Hashable, Sendable {
  package let bytes: ByteCount
  /// The line, with one blank in place of many.
  package let line: String

  /// Nil where `text` has no such line.
  package init?(meminfo text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(whereSeparator: ASCII.isBlank)
      guard words.count == 3, words[0].elementsEqual("MemTotal:".utf8) else { continue }
      guard words[2].elementsEqual("kB".utf8), let number = KernelNumber.decimal(words[1]) else { return nil }
      let (bytes, overflowed) = number.multipliedReportingOverflow(by: 1024)
      if overflowed { return nil }
      self.bytes = ByteCount(bytes)
      self.line = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      return
    }
    return nil
  }
}
