import Core
import Testing

struct PreflightStatusTests {
  static func verdict(_ outcome: Verdict.Outcome, _ id: String = "os") -> Verdict {
    Verdict(Check(id: CheckID(id), wanted: "", origin: Sample.origin), outcome, found: "")
  }

  @Test(
    "the status follows from the verdicts, and from what counts as a failure",
    arguments: [
      ([], [], .done), ([.pass, .warn, .skipped], [], .done), ([.pass, .unknown], [], .undetermined),
      ([.unknown, .fail, .pass], [], .failed), ([.warn], [.warn], .failed), ([.warn], [.unknown], .done),
      ([.unknown], [.unknown], .failed), ([.unknown, .warn], [.warn], .failed), ([.unknown], [.warn], .undetermined),
      ([.pass, .skipped], [.warn, .unknown], .done),
    ] as [([Verdict.Outcome], Set<FailOn>, Core.ExitStatus)])
  func status(outcomes: [Verdict.Outcome], failOn: Set<FailOn>, status: Core.ExitStatus) {
    let report = PreflightReport(
      startedAt: Timestamp(seconds: 0), microseconds: 1, hostName: nil, source: "app.yaml",
      profile: "db", verdicts: outcomes.enumerated().map { Self.verdict($1, "script:\($0)") }, failOn: failOn)
    #expect(report.status == status)
    #expect(report.outcome == outcomes.max() ?? .skipped)
  }

  @Test("a fix that could not be made is a failure")
  func fixes() throws {
    func status(_ outcome: Fix.Outcome) throws -> Core.ExitStatus {
      let fix = Fix(path: try Sample.path("/data"), change: "set the mode", origin: Sample.origin, outcome: outcome)
      return PreflightReport(
        startedAt: Timestamp(seconds: 0), microseconds: 1, hostName: nil, source: "app.yaml",
        profile: nil, verdicts: [], fixes: [fix]
      ).status
    }
    #expect(try status(.done) == .done)
    #expect(try status(.failed("read-only")) == .failed)
  }
}
