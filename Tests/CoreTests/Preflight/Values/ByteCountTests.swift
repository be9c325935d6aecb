import Core
import Testing

@Suite struct ByteCountTests {
  @Test(
    "a size is read as Gravity reads it",
    arguments: [
      ("0", 0), ("42", 42), ("42B", 42), ("42 b", 42), ("42MB", 42_000_000), ("42mb", 42_000_000),
      ("42 MB", 42_000_000), ("42M", 42_000_000), ("42m", 42_000_000), ("42MiB", 44_040_192), ("42MIB", 44_040_192),
      ("42 mib", 44_040_192), ("42Mi", 44_040_192), ("42 mi", 44_040_192), ("42.5MB", 42_500_000),
      ("42.5 Mi", 44_564_480), ("1k", 1000), ("1ki", 1024), ("10GB", 10_000_000_000), ("32GB", 32_000_000_000),
      ("32GiB", 34_359_738_368), ("512TB", 512_000_000_000_000), ("3PiB", 3_377_699_720_527_872),
      ("12.5 EB", 12_500_000_000_000_000_000), ("12.5 EiB", 14_411_518_807_585_587_200),
      ("2E", 2_000_000_000_000_000_000), (".5GB", 500_000_000), ("5.GB", 5_000_000_000), ("2GB ", 2_000_000_000),
      ("0.0001kB", 0), ("1.9", 1),
    ] as [(String, UInt64)])
  func read(text: String, bytes: UInt64) {
    #expect(ByteCount(parsing: text) == ByteCount(bytes))
  }

  @Test(
    "anything else is no size",
    arguments: [
      "", " ", "84 JB", "16 EiB", "18446744073709551616", " 2GB", "-1GB", "+1GB", "1.5.2GB", ".", ".GB", "GB", "2e3",
      "1,000MB", "2G B", "2GBB", "2ib", "inf", "nan", "0x10", "２GB", "2\u{A0}GB",
      "1" + String(repeating: "0", count: 400),
    ])
  func refused(text: String) {
    #expect(ByteCount(parsing: text) == nil)
  }

  @Test(
    "a size is shown in few characters, which are exact or say what is",
    arguments: [
      (0, "0B"), (1, "1B"), (999, "999B"), (1000, "1kB"), (1024, "1KiB"), (1500, "1.5kB"), (65_536, "64KiB"),
      (32_000_000_000, "32GB"), (34_359_738_368, "32GiB"), (42_500_000, "42.5MB"), (1_610_612_736, "1.5GiB"),
      (8_118_788_096, "8.11GB (8118788096 B)"), (7_999_999_999, "7.99GB (7999999999 B)"),
      (8_000_000_001, "8.00GB (8000000001 B)"), (1_000_001, "1.00MB (1000001 B)"), (100_001, "100.00kB (100001 B)"),
      (.max, "18.44EB (18446744073709551615 B)"),
      // 64.77GB would be read as a byte less.
      (64_770_000_000, "64770MB"),
    ] as [(UInt64, String)])
  func shown(bytes: UInt64, text: String) {
    #expect(ByteCount(bytes).description == text)
  }

  @Test("what is shown exactly is read as the same size")
  func roundTrip() {
    for shift in 0..<64 {
      for bytes in [1 << shift, 3 << shift, 1_000_000 &<< shift] as [UInt64] {
        let text = ByteCount(bytes).description
        if text.utf8.contains(UInt8(ascii: "(")) { continue }
        #expect(ByteCount(parsing: text) == ByteCount(bytes), "\(text)")
      }
    }
  }

  @Test(
    "a rate is a size and /s",
    arguments: [
      ("50MB/s", 50_000_000), ("50 MB/s", 50_000_000), ("1MiB/s", 1_048_576), ("0/s", 0), ("42/s", 42),
      ("50MB /s", 50_000_000),
    ] as [(String, UInt64)])
  func rate(text: String, bytes: UInt64) {
    #expect(TransferRate(parsing: text) == TransferRate(bytesPerSecond: bytes))
  }

  @Test(
    "anything else is no rate",
    arguments: ["", "/s", "50MB", "50MB/S", "50MB/s ", "400Mbit/s", "50MB/m", "50MBps", "-1MB/s"])
  func noRate(text: String) {
    #expect(TransferRate(parsing: text) == nil)
  }

  @Test(
    "a rate is shown exactly or cut downwards",
    arguments: [
      (0, "0B/s"), (50_000_000, "50MB/s"), (49_999_999, "49.99MB/s"), (1_048_576, "1MiB/s"), (999, "999B/s"),
    ] as [(UInt64, String)])
  func rateShown(bytes: UInt64, text: String) {
    #expect(TransferRate(bytesPerSecond: bytes).description == text)
  }
}
