/// `str()` and `repr()` of Python's `date` and `datetime`, made from their `isoformat()`.
enum PythonDate {
  /// `2024-01-01T12:00:00` is `2024-01-01 12:00:00`.
  static func str(_ iso: String) -> String {
    String(iso.map { $0 == "T" ? " " : $0 })
  }

  /// `2024-01-01` is `datetime.date(2024, 1, 1)`; trailing zeros for seconds and microseconds are left out.
  static func repr(_ iso: String) -> String {
    let halves = iso.split(separator: "T")
    let date = numbers(halves[0])
    guard halves.count > 1 else { return "datetime.date(\(list(date)))" }
    let zoneStart = halves[1].firstIndex { $0 == "+" || $0 == "-" } ?? halves[1].endIndex
    var fields = date + numbers(halves[1][..<zoneStart])
    while fields.count > 5, fields.last == 0 { fields.removeLast() }
    let zone = halves[1][zoneStart...]
    return "datetime.datetime(\(list(fields))\(zone.isEmpty ? "" : ", tzinfo=" + zoneRepr(zone)))"
  }

  /// `timedelta` keeps a negative offset as a negative day and positive seconds.
  private static func zoneRepr(_ zone: Substring) -> String {
    let parts = numbers(zone.dropFirst())
    let size = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    let seconds = zone.first == "-" ? -size : size
    if seconds == 0 { return "datetime.timezone.utc" }
    let delta = seconds < 0 ? "days=-1, seconds=\(seconds + 86400)" : "seconds=\(seconds)"
    return "datetime.timezone(datetime.timedelta(\(delta)))"
  }

  private static func numbers(_ text: Substring) -> [Int] {
    text.split { !("0"..."9").contains($0) }.map { Int($0) ?? 0 }
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }
}
