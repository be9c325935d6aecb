/// A date, or a date and time, as PyYAML makes one of `!!timestamp` text.
///
/// `2001-12-14t21:59:43.10-05:00` becomes `2001-12-14T21:59:43.100000-05:00`, `2024-1-2 3:04:05` `2024-01-02T03:04:05`.
struct YAMLTimestamp {
  private struct Time {
    let hour: Int
    let minute: Int
    let second: Int
    let microsecond: Int
    /// East of UTC, in minutes; nil where none is given.
    let offset: Int?
  }

  private let year: Int
  private let month: Int
  private let day: Int
  private let time: Time?

  /// Nil where PyYAML raises an error: the text has another form, or no calendar has that day, or no clock that time.
  init?(_ text: some Collection<UInt8>) {
    var form = YAMLTimestampForm(text)
    guard let fields = form.fields() else { return nil }
    (year, month, day) = (fields.year, fields.month, fields.day)
    guard year > 0, (1...12).contains(month), (1...Self.days(year, month)).contains(day) else { return nil }
    guard let time = fields.time else {
      self.time = nil
      return
    }
    guard time.hour < 24, time.minute < 60, time.second < 60, abs(time.offset ?? 0) < 24 * 60 else { return nil }
    self.time = Time(
      hour: time.hour, minute: time.minute, second: time.second, microsecond: time.microsecond, offset: time.offset)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Python's `isoformat()`.
  var isoFormat: String {
    var text = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    guard let time else { return text }
    text += "T\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))"
    if time.microsecond > 0 { text += ".\(padded(time.microsecond, 6))" }
    if let offset = time.offset {
      text += "\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 60)):\(padded(abs(offset) % 60))"
    }
    return text
  }

  /// Microseconds of UTC since the year 0, where an offset is given: Python compares such times by it.
  var instant: Int? {
    guard let time, let offset = time.offset else { return nil }
    let before = year - 1
    let yearDays = before * 365 + before / 4 - before / 100 + before / 400
    let monthDays = (1..<month).reduce(0) { $0 + Self.days(year, $1) }
    let minutes = ((yearDays + monthDays + day) * 24 + time.hour) * 60 + time.minute - offset
    return (minutes * 60 + time.second) * 1_000_000 + time.microsecond
  }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
