import Core
import Testing

@Suite struct TimeSpanTests {
  @Test(
    "numbers with units add up, and one without is seconds",
    arguments: [
      ("90", 90_000_000), ("0", 0), ("5min 20s", 320_000_000), ("1.5h", 5_400_000_000), ("2h30", 7_230_000_000),
      ("1 2", 3_000_000), (" 1s ", 1_000_000), ("1M", 2_629_800_000_000), ("1m", 60_000_000),
      ("1y", 31_557_600_000_000),
      (".5s", 500_000), ("+3", 3_000_000), ("250ms", 250_000), ("7us", 7), ("7µs", 7), ("7μs", 7),
      ("1.0000009", 1_000_000),
      ("1w 1d 1hr", 694_800_000_000), ("infinity", UInt64.max), (" infinity", UInt64.max),
    ] as [(String, UInt64)])
  func valid(text: String, microseconds: UInt64) throws {
    #expect(try TimeSpan.parse(text).microseconds == microseconds)
  }

  @Test(
    "anything else is no time span",
    arguments: [
      "", " ", "s", "-1", "1-", "5x", "5 x", "1.", ".", "1..5", "1.5.5", "1:30", "1,5", "+-1", "- 1", "infinity 1",
      "Infinity",
      "forever", "99999999999999999999", "9223372036854775807", "600000y", "0x10", "１",
    ])
  func invalid(text: String) {
    #expect(throws: UnitProblem.badTimeSpan(text)) { try TimeSpan.parse(text) }
  }
}
