import Core
import Testing

@Suite struct PortRangeTests {
  @Test(
    "an item of ranges is one range or several",
    arguments: [
      ("8080", ["8080"]), ("80, 8080, 8000-8002", ["80", "8080", "8000-8002"]), ("10248-10255", ["10248-10255"]),
      ("80-80", ["80"]), (" 80 ", ["80"]), (" 10 - 12 ", ["10-12"]), ("80,443", ["80", "443"]),
      ("1-65535", ["1-65535"]),
      ("80,80", ["80", "80"]),
    ])
  func read(text: String, ranges: [String]) throws {
    #expect(try PortRange.list(parsing: text).map(\.description) == ranges)
  }

  @Test(
    "anything else is an error",
    arguments: [
      ("", .notAPort("")), ("80, a-b", .notAPort(" a")), ("80,", .notAPort("")), ("80-", .notAPort("")),
      ("-5", .notAPort("")), ("8080/tcp", .notAPort("8080/tcp")), ("1-2-3", .notAPort("2-3")),
      ("+80", .notAPort("+80")),
      ("a80-90b", .notAPort("a80")), ("080", .notAPort("080")), ("8 0", .notAPort("8 0")), ("８０", .notAPort("８０")),
      ("0", .outOfRange("0")), ("0-10", .outOfRange("0")), ("70000", .outOfRange("70000")),
      ("1-65536", .outOfRange("65536")), ("99999999999999999999", .outOfRange("99999999999999999999")),
      ("8002-8000", .reversed("8002-8000")), ("80, 9 - 8", .reversed(" 9 - 8")),
    ] as [(String, PortRange.Fault)])
  func refused(text: String, fault: PortRange.Fault) {
    #expect(throws: fault) { try PortRange.list(parsing: text) }
  }

  @Test("a text of very many ranges is not read to its end")
  func bounded() throws {
    let most = String(repeating: "80,", count: Limits.portRanges - 1) + "80"
    #expect(try PortRange.list(parsing: most).count == Limits.portRanges)
    #expect(throws: PortRange.Fault.tooMany) { try PortRange.list(parsing: most + ",80") }
  }
}
