import Core
import Foundation
import Testing

struct TimestampTests {
  @Test(
    "seconds become a date in UTC and come back",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_399, "2000-02-28T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
      (1_709_164_800, "2024-02-29T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (-2_203_891_200, "1900-03-01T00:00:00Z"),
    ] as [(Int64, String)])
  func known(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test("it is the date that the system has")
  func system() {
    let formatter = ISO8601DateFormatter()
    for seconds in stride(from: Int64(-2_000_000_000), through: 8_000_000_000, by: 86_399 * 97) {
      let date = Date(timeIntervalSince1970: Double(seconds))
      #expect(Timestamp(seconds: seconds).description == formatter.string(from: date))
    }
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026-01-01", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00",
      "2026-01-01 00:00:00Z", "2026-1-1T0:0:0Z", "2026-01-01T00:00:00Z ", "99999999999999999999-01-01T00:00:00Z",
      "9223372036854775807-01-01T00:00:00Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
