/// The size that the same number means in the other system of units: `8GiB` is 8 GB's twin, 7 % apart.
///
/// Whoever writes `8GiB` for a machine sold with 8 GB of disk, or `64GB` for one with 64 GiB of memory, has made the most
/// frequent mistake there is with sizes, and is told so.
struct UnitTwin: Equatable {
  /// As the bound was most likely written: `8GiB`.
  let written: String
  /// `8GB`
  let twin: String
  let size: ByteCount

  /// Of a size that is a round number of binary units: the decimal size of the same number, which is smaller.
  static func decimal(of bound: ByteCount) -> UnitTwin? {
    make(bound, from: 1024, to: 1000, ["KiB", "MiB", "GiB", "TiB"], ["kB", "MB", "GB", "TB"])
  }

  /// Of a size that is a round number of decimal units: the binary size of the same number, which is larger.
  static func binary(of bound: ByteCount) -> UnitTwin? {
    make(bound, from: 1000, to: 1024, ["kB", "MB", "GB", "TB"], ["KiB", "MiB", "GiB", "TiB"])
  }

  private static func make(
    _ bound: ByteCount, from base: UInt64, to other: UInt64, _ units: [String], _ otherUnits: [String]
  ) -> UnitTwin? {
    var number = bound.bytes
    var size: UInt64 = 1
    var power = -1
    while number > 0, power + 1 < units.count, number.isMultiple(of: base) {
      number /= base
      size *= other
      power += 1
    }
    // A larger number than the base is round by chance: 32 GB are 31,250,000 KiB.
    guard power >= 0, number < base else { return nil }
    return UnitTwin(
      written: "\(number)\(units[power])", twin: "\(number)\(otherUnits[power])", size: ByteCount(number * size))
  }
}
