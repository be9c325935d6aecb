/// CPU time per wall time that one control group allows.
package struct ProcessorQuota: Hashable, Sendable {
  /// In CPUs; nil where the group sets no limit.
  package let processors: Double?

  /// From `cpu.max` (version 2): `150000 100000` is 1.5 CPUs, `max 100000` no limit. Nil where it is neither.
  package init?(maximum text: [UInt8]) {
    let words = text.split(whereSeparator: ASCII.isSpace)
    guard words.count == 2, let period = KernelNumber.decimal(words[1]), period > 0 else { return nil }
    if words[0].elementsEqual("max".utf8) {
      processors = nil
    } else {
      guard let quota = KernelNumber.decimal(words[0]) else { return nil }
      processors = Double(quota) / Double(period)
    }
  }

  /// From `cpu.cfs_quota_us` and `cpu.cfs_period_us` (version 1): `150000` of `100000` is 1.5 CPUs, `-1` no limit. Nil where
  /// it is neither.
  package init?(quota: [UInt8], period: [UInt8]) {
    let quota = quota.split(whereSeparator: ASCII.isSpace)
    let period = period.split(whereSeparator: ASCII.isSpace)
    guard quota.count == 1, period.count == 1 else { return nil }
    if quota[0].elementsEqual("-1".utf8) {
      processors = nil
    } else {
      guard let quota = KernelNumber.decimal(quota[0]), let period = KernelNumber.decimal(period[0]), period > 0 else {
        return nil
      }
      processors = Double(quota) / Double(period)
    }
  }
}

/// Memory that one control group allows.
package struct MemoryLimit: Hashable, Sendable {
  /// Nil where the group sets no limit.
  package let bytes: ByteCount?

  /// From `memory.max` (version 2), where `max` is no limit, or `memory.limit_in_bytes` (version 1), where the largest number
  /// of whole pages is none: 9,223,372,036,854,771,712 where a page has 4 KiB. Nil where it is no number.
  package init?(_ text: [UInt8]) {
    let words = text.split(whereSeparator: ASCII.isSpace)
    guard words.count == 1 else { return nil }
    if words[0].elementsEqual("max".utf8) {
      bytes = nil
    } else {
      guard let number = KernelNumber.decimal(words[0]) else { return nil }
      bytes = number < 1 << 62 ? ByteCount(number) : nil
    }
  }
}
