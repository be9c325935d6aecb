import Testing

@testable import Core

struct JournalEntryTests {
  @Test("an entry is its fields, a line each")
  func datagram() {
    let entry = JournalEntry(.run, .notice, "3 changed", fields: [(.outcome, "done")])
    #expect(
      String(decoding: entry.datagram, as: UTF8.self) == """
        MESSAGE=3 changed
        MESSAGE_ID=\(JournalMessage.run.rawValue)
        PRIORITY=5
        SYSLOG_IDENTIFIER=bringup
        BRINGUP_OUTCOME=done

        """)
  }

  @Test("a value with a line feed is counted, so that it cannot pass for a field")
  func lineFeed() {
    let entry = JournalEntry(.run, .info, "ok", fields: [(.subject, "a\nPRIORITY=0")])
    let tail = Array("BRINGUP_SUBJECT\n".utf8) + [12, 0, 0, 0, 0, 0, 0, 0] + Array("a\nPRIORITY=0\n".utf8)
    #expect(entry.datagram.suffix(tail.count) == tail[...])
  }

  @Test("a value is cut at its limit, and the length says so")
  func longValue() {
    let line = JournalEntry(.run, .info, "ok", fields: [(.origin, String(repeating: "x", count: 20_000))])
    let lines = JournalEntry(.run, .info, "ok", fields: [(.origin, String(repeating: "x\n", count: 10_000))])
    #expect(line.datagram.count { $0 == UInt8(ascii: "x") } == Limits.journalValueBytes)
    #expect(lines.datagram.count { $0 == UInt8(ascii: "x") } == Limits.journalValueBytes / 2)
    #expect(lines.datagram.dropLast(Limits.journalValueBytes + 1).suffix(8) == [0, 0x20, 0, 0, 0, 0, 0, 0])
  }

  @Test("every kind of entry has an id of its own, 32 hexadecimal digits")
  func ids() {
    let ids = JournalMessage.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { id in id.count == 32 && id.allSatisfy { "0123456789abcdef".contains($0) } })
    #expect(Set(StepKind.allCases.map(JournalMessage.init)).count == StepKind.allCases.count)
  }
}
