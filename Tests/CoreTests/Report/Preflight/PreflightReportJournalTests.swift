import Testing

@testable import Core

struct PreflightReportJournalTests {
  @Test("each check, each fix and the run have an entry in the journal; the priority follows the outcome")
  func journal() {
    let entries = SamplePreflight.unfit.journalEntries
    #expect(entries.map(\.message) == Array(repeating: .check, count: 7) + [.run])
    #expect(entries.map(\.priority) == [.error, .warning, .info, .info, .warning, .error, .debug, .error])
    #expect(entries[0].text == "preflight: cpu.min fail: 4 CPUs; wanted at least 8 CPUs (app.yaml:12:9)")
    let fields = Dictionary(uniqueKeysWithValues: entries[0].fields.map { ($0.field.rawValue, $0.value) })
    #expect(
      fields == [
        "BRINGUP_COMMAND": "preflight", "BRINGUP_CHECK_ID": "cpu.min", "BRINGUP_OUTCOME": "fail",
        "BRINGUP_WANTED": "at least 8 CPUs", "BRINGUP_FOUND": "4 CPUs", "BRINGUP_ORIGIN": "app.yaml:12:9",
        "BRINGUP_USEC": "830", "BRINGUP_MANIFEST": "app.yaml", "BRINGUP_PROFILE": "db",
      ])
    let fixed = SamplePreflight.fixed.journalEntries
    #expect(fixed.map(\.message) == [.check, .fix, .fix, .run])
    #expect(fixed.map(\.priority) == [.info, .notice, .warning, .error])
    #expect(
      fixed[2].text == "preflight: fix of /var/lib/data: set the mode to 0755 failed: read-only file system")
    #expect(SamplePreflight.report([SamplePreflight.rate], .undetermined).journalEntries.last?.priority == .warning)
  }

  @Test("what a script printed stays out of the journal and off the console, where its verdict does not quote it")
  func secrets() {
    for entry in SamplePreflight.unfit.journalEntries {
      #expect(!String(decoding: entry.datagram, as: UTF8.self).contains("no disk"))
    }
    #expect(!ConsoleLine.text(SamplePreflight.unfit).contains("no disk"))
  }

  @Test("the console's line counts and names the worst")
  func console() {
    #expect(
      ConsoleLine.text(SamplePreflight.unfit)
        == "bringup: preflight: 2 failed, 1 unknown, 1 warning, 2 passed, 1 skipped: cpu.min: 4 CPUs; "
        + "wanted at least 8 CPUs")
    #expect(ConsoleLine.text(SamplePreflight.fit) == "bringup: preflight: 2 passed")
  }
}
