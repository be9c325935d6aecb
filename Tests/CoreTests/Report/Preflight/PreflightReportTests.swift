import Foundation
import Testing

@testable import Core

struct PreflightReportTests {
  @Test(
    "what is written as JSON is read back and renders the same in every format",
    arguments: [SamplePreflight.unfit, SamplePreflight.fit, SamplePreflight.fixed, SamplePreflight.empty])
  func roundTrip(report: PreflightReport) throws {
    let read = try #require(PreflightReport(try JSON(parsing: report.json.bytes(.pretty))))
    #expect(read.json == report.json)
    for format in ReportFormat.allCases {
      #expect(read.rendered(as: format, .colored, .verbose) == report.rendered(as: format, .colored, .verbose))
    }
    #expect(ConsoleLine.text(read) == ConsoleLine.text(report))
  }

  @Test("a report without one of its keys is of another version, but where the key may be null")
  func lacking() throws {
    guard case .object(let members) = SamplePreflight.fixed.json else { return }
    for (index, member) in members.enumerated() {
      var rest = members
      rest.remove(at: index)
      let isRead = PreflightReport(.object(rest)) != nil
      #expect(isRead == ["outcome", "hostName", "profile"].contains(member.name), "\(member.name)")
    }
  }

  @Test(
    "a value that is not what it should be is another version's",
    arguments: [
      ("\"version\": 1", "\"version\": 2"), ("\"command\": \"preflight\"", "\"command\": \"apply\""),
      ("\"status\": 1", "\"status\": 7"), ("2026-03-01T", "2026-03-00T"),
      ("\"outcome\": \"warn\"", "\"outcome\": \"meh\""),
      ("\"checks\": [", "\"checks\": [7, "), ("\"id\": \"os\"", "\"id\": 7"),
      ("\"evidence\": []", "\"evidence\": [{}]"),
    ])
  func otherShape(text: String, other: String) throws {
    let rendered = String(decoding: SamplePreflight.unfit.json.bytes(.pretty), as: UTF8.self)
    let range = try #require(rendered.firstRange(of: text))
    let changed = rendered.replacingCharacters(in: range, with: other)
    #expect(PreflightReport(try JSON(parsing: Array(changed.utf8))) == nil)
    #expect(PreflightReport(try JSON(parsing: Array(rendered.utf8))) != nil)
  }

  @Test(
    "the outcome is the worst of the checks, whatever the status",
    arguments: [
      ([Verdict.Outcome.pass, .skipped], "pass"), ([.warn, .pass], "warn"), ([.warn, .unknown], "unknown"),
      ([.unknown, .fail, .pass], "fail"), ([.skipped], "skipped"), ([], "skipped"),
    ])
  func outcome(outcomes: [Verdict.Outcome], worst: String) {
    let report = SamplePreflight.report(outcomes.map { SamplePreflight.check("a", $0) }, .done)
    #expect(report.json["outcome"]?.string == worst)
  }

  @Test(
    "a margin is told with its sign, in a unit that people read",
    arguments: [
      (Margin(found: 4, minimum: 8, unit: .cpus), "-4 CPUs (-50.0 %)"),
      (Margin(found: 16, maximum: 8, unit: .cpus), "-8 CPUs (-100.0 %)"),
      (Margin(found: 1.5, minimum: 2, unit: .cpus), "-0.5 CPUs (-25.0 %)"),
      (Margin(found: 3, minimum: 2, unit: .cpus), "+1 CPU (+50.0 %)"),
      (Margin(found: 8, minimum: 8, unit: .cpus), "+0 CPUs (+0.0 %)"),
      (Margin(found: 4, minimum: 0, unit: .cpus), "+4 CPUs"),
      (Margin(found: 999, minimum: 0, unit: .bytes), "+999B"),
      (Margin(found: 999_950, minimum: 0, unit: .bytes), "+999.95kB"),
      (Margin(found: 49e6, minimum: 50e6, unit: .bytesPerSecond), "-1MB/s (-2.0 %)"),
      (Margin(found: 7e15, minimum: 0, unit: .bytes), "+7PB"),
      (Margin(found: .infinity, minimum: 1, unit: .bytes), "+18.44EB (+922337203685477580.7 %)"),
    ])
  func margin(margin: Margin, text: String) {
    #expect(margin.text == text)
  }

  @Test("each check, each fix and the run have an entry in the journal; the priority follows the outcome")
  func journal() {
    let entries = SamplePreflight.unfit.journalEntries
    #expect(entries.map(\.message) == Array(repeating: .check, count: 7) + [.run])
    #expect(entries.map(\.priority) == [.error, .warning, .info, .info, .warning, .error, .debug, .error])
    #expect(entries[0].text == "preflight: cpu.min fail: 4 CPUs; wanted at least 8 CPUs")
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

  @Test("what a script printed stays out of the journal and off the console")
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
