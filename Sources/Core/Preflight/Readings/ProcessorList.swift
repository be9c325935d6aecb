/// CPUs as files of the kernel name them.
package enum ProcessorList {
  /// How many CPUs a list has (cpuset(7), "List format"): `0-3,8` are five. Nil where it is no list, or is empty: a machine
  /// that reads this has a CPU.
  package static func count(_ text: [UInt8]) -> Int? {
    var count = 0
    // The kernel writes them in order, each once; anything else would be counted wrong.
    var last = -1
    let list = text.last == UInt8(ascii: "\n") ? text.dropLast() : text[...]
    for item in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let ends = item.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let low = KernelNumber.decimal(ends[0]), let high = KernelNumber.decimal(ends[ends.count - 1]),
        high < Limits.processors, Int(low) > last, high >= low
      else { return nil }
      count += Int(high - low) + 1
      last = Int(high)
    }
    return count
  }

  /// How many CPUs `/proc/stat` tells of, which are those online: one line `cpu0 ...` each, below their sum `cpu  ...`. Nil
  /// where it tells of none.
  package static func count(statistics text: [UInt8]) -> Int? {
    let count = text.split(separator: UInt8(ascii: "\n")).count { line in
      line.starts(with: "cpu".utf8) && line.dropFirst(3).first.map(ASCII.isDigit) == true
    }
    return count == 0 ? nil : count
  }
}
