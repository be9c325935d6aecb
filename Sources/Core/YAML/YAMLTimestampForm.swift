/// Reads the fields of a timestamp by PyYAML's `timestamp_regexp`, without looking at their values.
struct YAMLTimestampForm {
  struct Time {
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0
    /// East of UTC, in minutes.
    var offset: Int?
  }

  struct Fields {
    let year: Int
    let month: Int
    let day: Int
    var time: Time?
    /// Month and day have two digits each, which plain text needs where no time follows.
    let isPadded: Bool
  }

  private let text: [UInt8]
  private var at = 0

  init(_ text: some Collection<UInt8>) {
    self.text = Array(text)
  }

  /// Whether plain text of this form is a timestamp without a tag (PyYAML's implicit resolver).
  static func isImplied(_ text: [UInt8]) -> Bool {
    var form = YAMLTimestampForm(text)
    guard let fields = form.fields() else { return false }
    return fields.isPadded || fields.time != nil
  }

  mutating func fields() -> Fields? {
    guard let year = number(4...4), take("-"), let month = number(1...2), take("-"), let day = number(1...2) else {
      return nil
    }
    var fields = Fields(year: year, month: month, day: day, time: nil, isPadded: at == 10)
    if at == text.count { return fields }
    guard take("t") || take("T") || skipBlanks() else { return nil }
    fields.time = time()
    return fields.time == nil ? nil : fields
  }

  private mutating func time() -> Time? {
    var time = Time()
    guard let hour = number(1...2), take(":"), let minute = number(2...2), take(":"), let second = number(2...2) else {
      return nil
    }
    (time.hour, time.minute, time.second) = (hour, minute, second)
    if take(".") { time.microsecond = microseconds() }
    let hasBlanks = skipBlanks()
    if at == text.count { return hasBlanks ? nil : time }
    if take("Z") {
      time.offset = 0
    } else {
      guard let offset = offset() else { return nil }
      time.offset = offset
    }
    return at == text.count ? time : nil
  }

  /// The first six digits of a fraction; the rest is dropped.
  private mutating func microseconds() -> Int {
    var value = 0
    var weight = 100_000
    while at < text.count, let digit = digit(text[at]) {
      value += digit * weight
      weight /= 10
      at += 1
    }
    return value
  }

  /// `-5`, `+05:30`.
  private mutating func offset() -> Int? {
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(1...2) else { return nil }
    var minutes = hours * 60
    if take(":") {
      guard let more = number(2...2) else { return nil }
      minutes += more
    }
    return isWest ? -minutes : minutes
  }

  private mutating func skipBlanks() -> Bool {
    let start = at
    while take(" ") || take("\t") {}
    return at > start
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < text.count, text[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func number(_ width: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < width.upperBound, at < text.count, let digit = digit(text[at]) {
      value = value * 10 + digit
      count += 1
      at += 1
    }
    return count >= width.lowerBound ? value : nil
  }

  private func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
