/// A length of time as systemd reads it (systemd.time(7), "PARSING TIME SPANS").
///
/// `90` is 90 seconds, `5min 20s` is 320 seconds, `1.5h` is 90 minutes, `infinity` has no end.
package struct TimeSpan: Hashable, Sendable {
  /// `UInt64.max` for `infinity`.
  package let microseconds: UInt64

  package static let infinity = TimeSpan(microseconds: .max)

  package init(microseconds: UInt64) {
    self.microseconds = microseconds
  }

  /// Infinity is 136 years, longer than any node runs.
  package var duration: Duration {
    microseconds > UInt64(UInt32.max) * 1_000_000 ? .seconds(UInt32.max) : .microseconds(Int64(microseconds))
  }

  /// Numbers with units, added up; a number without a unit is in seconds.
  package static func parse(_ text: String) throws(UnitProblem) -> TimeSpan {
    let bytes = UnitText.trimmed(Array(text.utf8)[...])
    if bytes.elementsEqual("infinity".utf8) { return .infinity }
    var scanner = TimeSpanScanner(rest: bytes)
    var total: UInt64 = 0
    repeat {
      guard let term = scanner.term() else { throw .badTimeSpan(text) }
      let sum = total.addingReportingOverflow(term)
      guard !sum.overflow, sum.partialValue != .max else { throw .badTimeSpan(text) }
      total = sum.partialValue
    } while !scanner.isAtEnd
    return TimeSpan(microseconds: total)
  }
}

/// `parse_time` of systemd's `time-util.c`, one number with its unit at a time.
private struct TimeSpanScanner {
  private(set) var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  /// In microseconds; nil where there is no number, an unknown unit, or too much of it.
  mutating func term() -> UInt64? {
    if rest.first == UInt8(ascii: "+"), rest.dropFirst().first.map(ASCII.isDigit) == true {
      rest = rest.dropFirst()
    }
    let whole = digits()
    var fraction: ArraySlice<UInt8>?
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = digits()
    }
    guard fraction?.isEmpty != true, !whole.isEmpty || fraction != nil else { return nil }
    guard let unit = unit() else { return nil }
    skipBlanks()
    guard let number = whole.isEmpty ? 0 : Int64(String(decoding: whole, as: UTF8.self)) else { return nil }
    guard UInt64(number) < UInt64.max / unit else { return nil }
    let sum = (UInt64(number) * unit).addingReportingOverflow(Self.part(fraction ?? [], of: unit))
    return sum.overflow ? nil : sum.partialValue
  }

  /// Seconds where nothing follows the number, or a blank and another number.
  private mutating func unit() -> UInt64? {
    let afterBlanks = rest.drop(while: UnitText.isBlank)
    for unit in Self.units where afterBlanks.starts(with: unit.name.utf8) {
      rest = afterBlanks.dropFirst(unit.name.utf8.count)
      return unit.microseconds
    }
    return rest.isEmpty || afterBlanks.count < rest.count ? 1_000_000 : nil
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let digits = rest.prefix(while: ASCII.isDigit)
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private mutating func skipBlanks() {
    rest = rest.drop(while: UnitText.isBlank)
  }

  /// Each digit's share is rounded down, as systemd does.
  private static func part(_ digits: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
    var share = unit
    var total: UInt64 = 0
    for digit in digits {
      share /= 10
      total += UInt64(digit - UInt8(ascii: "0")) * share
    }
    return total
  }

  /// The first name that fits counts, so that longer ones come before their beginnings. The two micro signs are two
  /// characters: U+03BC and U+00B5.
  private static let units: [(name: String, microseconds: UInt64)] = {
    let second: UInt64 = 1_000_000
    return [
      (["seconds", "second", "sec"], second),
      (["minutes", "minute", "min"], 60 * second),
      (["months", "month", "M"], 2_629_800 * second),
      (["msec", "ms"], 1000),
      (["s"], second),
      (["m"], 60 * second),
      (["hours", "hour", "hr", "h"], 3600 * second),
      (["days", "day", "d"], 86_400 * second),
      (["weeks", "week", "w"], 604_800 * second),
      (["years", "year", "y"], 31_557_600 * second),
      (["usec", "us", "\u{3BC}s", "\u{B5}s"], 1),
    ].flatMap { names, microseconds in names.map { ($0, microseconds) } }
  }()
}
