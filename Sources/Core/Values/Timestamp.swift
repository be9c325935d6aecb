/// A moment of the calendar in UTC, to the second.
package struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  /// Since 1970-01-01 00:00:00 UTC; every day has 86,400.
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// RFC 3339: `2026-03-01T00:00:00Z`.
  package var description: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    let (year, month, dayOfMonth) = Self.date(day)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))T\(clock)Z"
  }

  /// The Gregorian date of a day counted from 1970-01-01. Years are taken to begin in March, so that the leap day is
  /// their last; 146,097 days make 400 of them.
  private static func date(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let sinceMarch0000 = day + 719_468
    let era = (sinceMarch0000 >= 0 ? sinceMarch0000 : sinceMarch0000 - 146_096) / 146_097
    let dayOfEra = sinceMarch0000 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Reads what ``description`` wrote, in the years up to 9999; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 20 else { return nil }
    let pieces = text.utf8.split(omittingEmptySubsequences: false) { "-T:Z".utf8.contains($0) }
    let numbers = pieces.dropLast().compactMap { Int64(Substring($0)) }
    guard numbers.count == 6 else { return nil }
    let year = numbers[1] <= 2 ? numbers[0] - 1 : numbers[0]
    let era = (year >= 0 ? year : year - 399) / 400
    let dayOfYear = (153 * (numbers[1] > 2 ? numbers[1] - 3 : numbers[1] + 9) + 2) / 5 + numbers[2] - 1
    let yearOfEra = year - era * 400
    let day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    seconds = day * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
    guard description == text else { return nil }
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
