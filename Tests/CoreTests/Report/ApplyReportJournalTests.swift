import Core
import Foundation
import Testing

struct ApplyReportJournalTests {
  @Test("each error of a refused part, each step and the run have an entry")
  func entries() {
    let entries = SampleReport.everything.journalEntries
    #expect(entries.count == 1 + SampleReport.everything.steps.count + 1)
    #expect(entries.first?.message == .part)
    #expect(entries.last?.message == .run)
    #expect(
      entries.dropFirst().dropLast().map(\.message) == SampleReport.everything.steps.map { JournalMessage($0.kind) })
  }

  @Test("the priority follows the outcome")
  func priorities() {
    let priorities = SampleReport.everything.journalEntries.map(\.priority)
    #expect(priorities == [.error, .info, .info, .debug, .error, .info, .info, .error, .warning, .debug, .error])
    #expect(SampleReport.unchanged.journalEntries.last?.priority == .notice)
  }

  @Test("a step's entry can be found by its fields")
  func fields() {
    let entry = SampleReport.everything.journalEntries[4]
    #expect(entry.text == "apply: file /full/disk failed: write /full/disk: no space left on device")
    let fields = Dictionary(uniqueKeysWithValues: entry.fields.map { ($0.field.rawValue, $0.value) })
    #expect(fields["BRINGUP_KIND"] == "file")
    #expect(fields["BRINGUP_SUBJECT"] == "/full/disk")
    #expect(fields["BRINGUP_PART"] == "20-app.yaml")
    #expect(fields["BRINGUP_ORIGIN"] == "user-data.txt[20-app.yaml]:3:5")
    #expect(fields["BRINGUP_OUTCOME"] == "failed")
  }

  @Test("what a command printed stays out of the journal")
  func output() {
    for entry in SampleReport.everything.journalEntries {
      #expect(!String(decoding: entry.datagram, as: UTF8.self).contains("checking"))
    }
  }
}
