/// The pages of memory that are online, those included that the kernel keeps for itself, from `/proc/zoneinfo` (proc(5)).
package enum PresentPages {
  /// `Node 0, zone   Normal` and further down `present  5505024` are 5,505,024 pages; those of the zone `Device` are of
  /// something that is no memory of the node, as graphics cards have it. Nil where the text tells of none.
  package static func count(zoneinfo text: [UInt8]) -> UInt64? {
    var isMemory = true
    var sum: UInt64?
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(whereSeparator: ASCII.isBlank)
      if words.count == 4, words[2].elementsEqual("zone".utf8) { isMemory = !words[3].elementsEqual("Device".utf8) }
      guard words.count == 2, words[0].elementsEqual("present".utf8), isMemory else { continue }
      guard let pages = KernelNumber.decimal(words[1]) else { return nil }
      let (total, overflowed) = (sum ?? 0).addingReportingOverflow(pages)
      if overflowed { return nil }
      sum = total
    }
    return sum
  }
}
