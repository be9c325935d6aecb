import Core
import Testing

@Suite struct PythonIntegerTests {
  @Test(
    "text is read as octal as Python's int(text, 8) reads it",
    arguments: [
      ("0755", 0o755), ("755", 0o755), ("0o755", 0o755), ("0O755", 0o755), (" 0600\n", 0o600), ("0_6_4_4", 0o644),
      ("0o_7", 7), ("+7", 7), ("-7", -7), ("-0o7", -7), ("00", 0), ("٠٧٥٥", 0o755), ("７_７", 0o77), ("\u{A0}7", 7),
      ("7\u{2028}", 7), ("\u{85}7", 7), ("\u{B}7", 7), ("\u{1C}7\u{A0}", 7), ("0777777777777777777777", .max),
    ])
  func reads(text: String, number: Int) {
    #expect(PythonInteger.octal(text) == .value(number))
  }

  @Test(
    "text that Python raises ValueError for is malformed",
    arguments: [
      "", " ", "+", "-", "u+x", "0999", "8", "0b1", "0x1", "_7", "7_", "7__7", "0_o7", "0o", "0o_", "+ 7", "7 7", "é7",
      "\u{1C}7", "7\u{1F}", "½", "Ⅷ", "+-7",
    ])
  func refuses(text: String) {
    #expect(PythonInteger.octal(text) == .malformed)
  }

  @Test("a number beyond 64 bits is huge, and still checked to its end")
  func huge() {
    #expect(PythonInteger.octal("1000000000000000000000") == .huge)
    #expect(PythonInteger.octal("-" + String(repeating: "7", count: 100_000)) == .huge)
    #expect(PythonInteger.octal("10000000000000000000008") == .malformed)
  }
}
