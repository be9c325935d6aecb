/// Reads a time span as people write it for systemd (systemd.time(7), "PARSING TIME SPANS").
///
/// `90`, `90s` and `1min 30s` are ninety seconds, `500ms` half of one, `1.5h` ninety minutes. Zero is refused: no command
/// ends in no time.
enum TimeSpanArgument {
  static func parse(_ text: String) throws(ValueProblem) -> Duration {
    var total = 0.0
    var rest = Substring(text).utf8[...]
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      if rest.isEmpty { break }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
      let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      rest = rest.dropFirst(letters.count)
      guard let number = Double(Substring(digits)), let unit = seconds(in: Substring(letters)) else {
        throw .notATimeSpan
      }
      total += number * unit
    }
    // A hundred years: beyond any command, and far from the end of what a Duration holds.
    guard total > 0, total <= 100 * 31_557_600 else { throw .notATimeSpan }
    return .microseconds((total * 1e6).rounded())
  }

  private static func seconds(in unit: Substring) -> Double? {
    switch unit {
    case "us", "usec": 1e-6
    case "ms", "msec": 1e-3
    case "", "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hr", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    default: nil
    }
  }
}
