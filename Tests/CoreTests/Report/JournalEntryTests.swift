import Testing

@testable import Core

struct JournalEntryTests {
  private static func result(_ outcome: StepResult.Outcome, note: String? = nil) -> StepResult {
    StepResult(
      kind: .file, subject: "/etc/app.conf", part: PartName("10-app"), origin: Origin(source: "ud", part: "10-app"),
      outcome: outcome, note: note, microseconds: 1200)
  }

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
    let line = JournalEntry(.run, .info, "ok", fields: [(.note, String(repeating: "x", count: 20_000))])
    let lines = JournalEntry(.run, .info, "ok", fields: [(.note, String(repeating: "x\n", count: 10_000))])
    #expect(line.datagram.count { $0 == UInt8(ascii: "x") } == Limits.journalValueBytes)
    #expect(lines.datagram.count { $0 == UInt8(ascii: "x") } == Limits.journalValueBytes / 2)
    #expect(lines.datagram.dropLast(Limits.journalValueBytes + 1).suffix(8) == [0, 0x40, 0, 0, 0, 0, 0, 0])
  }

  @Test(
    "a step's entry says what became of it",
    arguments: [
      (result(.changed), "file /etc/app.conf: changed", JournalEntry.Priority.info),
      (
        result(.changed, note: "repaired: mode was 0600"), "file /etc/app.conf: changed (repaired: mode was 0600)",
        .info
      ),
      (result(.unchanged), "file /etc/app.conf: unchanged", .info),
      (result(.failed("no space left on device")), "file /etc/app.conf: failed: no space left on device", .error),
      (result(.left("left to cloud-init")), "file /etc/app.conf: left: left to cloud-init", .info),
      (result(.notRun("a part failed")), "file /etc/app.conf: not run: a part failed", .warning),
    ])
  func steps(result: StepResult, text: String, priority: JournalEntry.Priority) {
    let entry = JournalEntry(result)
    #expect(entry.text == text)
    #expect(entry.priority == priority)
    #expect(entry.message == .file)
  }

  @Test("a step's entry has the fields that the step has, and no others")
  func fields() {
    let failed = JournalEntry(Self.result(.failed("no")))
    #expect(
      failed.fields.map { "\($0.field.rawValue)=\($0.value)" } == [
        "BRINGUP_KIND=file", "BRINGUP_SUBJECT=/etc/app.conf", "BRINGUP_PART=10-app", "BRINGUP_ORIGIN=ud[10-app]",
        "BRINGUP_OUTCOME=failed", "BRINGUP_REASON=no", "BRINGUP_USEC=1200",
      ])
    let reload = StepResult(
      kind: .reload, subject: "systemd", part: nil, origin: nil, outcome: .left("no manager"))
    #expect(JournalEntry(reload).fields.map(\.field) == [.kind, .subject, .outcome, .reason])
  }

  @Test(
    "a command's entry has its exit status, if it exited",
    arguments: [
      (CommandDetails.End.exited(3), "3" as String?), (.signalled(9), nil), (.timedOut, nil), (.notStarted("no"), nil),
    ])
  func exitStatus(end: CommandDetails.End, value: String?) {
    let result = StepResult(
      kind: .script, subject: "nodeup.sh", part: nil, origin: nil, outcome: .changed,
      details: .command(CommandDetails(end: end, output: Array("secret".utf8))))
    let entry = JournalEntry(result)
    #expect(entry.fields.first { $0.field == .exitStatus }?.value == value)
    #expect(!String(decoding: entry.datagram, as: UTF8.self).contains("secret"))
  }

  @Test("a subject with control characters stays one line of text")
  func subject() {
    let result = StepResult(kind: .script, subject: "a\nb", part: nil, origin: nil, outcome: .changed)
    #expect(JournalEntry(result).text == "script a\\nb: changed")
  }

  @Test("every kind of entry has an id of its own, 32 hexadecimal digits")
  func ids() {
    let ids = JournalMessage.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { id in id.count == 32 && id.allSatisfy { "0123456789abcdef".contains($0) } })
    #expect(Set(StepKind.allCases.map(JournalMessage.init)).count == StepKind.allCases.count)
  }
}
