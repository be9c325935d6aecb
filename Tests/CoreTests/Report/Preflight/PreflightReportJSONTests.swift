import Foundation
import Testing

@testable import Core

struct PreflightReportJSONTests {
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
}
