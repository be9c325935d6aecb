import Testing

@testable import Core

@Suite("SOURCE_DATE_EPOCH")
struct SourceDateTests {
  @Test(
    "is a number of seconds",
    arguments: [
      ("0", "1970-01-01T00:00:00Z"), ("1700000000", "2023-11-14T22:13:20Z"), ("253402300799", "9999-12-31T23:59:59Z"),
    ])
  func seconds(text: String, date: String) throws {
    #expect(try #require(SourceDate(text)).timestamp.description == date)
  }

  @Test(
    "is nothing else",
    arguments: ["", "-1", "+1", "1.5", "1e9", " 1", "1\n", "0x10", "١", "253402300800", "99999999999999999999999"])
  func malformed(text: String) {
    #expect(SourceDate(text) == nil)
  }

  @Test("leaves a report without what differs from build to build")
  func report() throws {
    let step = StepResult(
      kind: .file, subject: "/etc/a", part: nil, origin: nil, outcome: .changed, note: "was not there", microseconds: 7)
    let report = ApplyReport(
      command: .apply, startedAt: Timestamp(seconds: 1), microseconds: 5, root: "/tmp/build.x1", instanceID: nil,
      sources: ["parts.d"], parts: [], steps: [step])
    #expect(report.dated(nil) == nil)
    let dated = try #require(report.dated(SourceDate("1700000000")))
    #expect(dated.startedAt.seconds == 1_700_000_000)
    #expect(dated.microseconds == 0)
    #expect(dated.root == "/")
    #expect(dated.steps.map(\.microseconds) == [nil])
    #expect(dated.steps.map(\.note) == ["was not there"])
    #expect(dated.status == report.status)
  }
}
