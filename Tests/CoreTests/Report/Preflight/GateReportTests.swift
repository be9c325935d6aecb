import Testing

@testable import Core

@Suite("What a preflight in front of nodeup comes to")
struct GateReportTests {
  private static func verdict(
    _ id: String, _ outcome: Verdict.Outcome, found: String = "4 CPUs", output: String = ""
  ) -> Verdict {
    Verdict(
      id: CheckID(id), outcome: outcome, wanted: "at least 8 CPUs", found: found,
      margin: Margin(found: 4, minimum: 8, unit: .cpus), remedy: "Use a larger machine.",
      origin: Origin(source: "/var/lib/bringup/preflight/a", position: Position(line: 4, column: 5)),
      output: Array(output.utf8), microseconds: 12)
  }

  private static func gate(
    _ verdicts: [Verdict], _ onFailure: PreflightSection.OnFailure = .block, failOn: Set<FailOn> = []
  ) -> GateReport {
    GateReport(
      PreflightReport(
        startedAt: Timestamp(seconds: 0), microseconds: 5, hostName: "node-1", source: "/var/lib/bringup/preflight/a",
        profile: nil, verdicts: verdicts, failOn: failOn), onFailure: onFailure)
  }

  @Test(
    "only a failure of a document that blocks stops nodeup",
    arguments: [
      (.pass, .block, .done), (.warn, .block, .done), (.unknown, .block, .done), (.skipped, .block, .done),
      (.fail, .block, .failed), (.fail, .warn, .done), (.unknown, .warn, .done),
    ] as [(Verdict.Outcome, PreflightSection.OnFailure, Core.ExitStatus)])
  func status(outcome: Verdict.Outcome, onFailure: PreflightSection.OnFailure, status: Core.ExitStatus) {
    #expect(Self.gate([Self.verdict("a", .pass), Self.verdict("cpu.min", outcome)], onFailure).status == status)
  }

  @Test("what could not be told stops nodeup where --fail-on says so")
  func failOn() {
    #expect(Self.gate([Self.verdict("cpu.min", .unknown)], failOn: [.unknown]).status == .failed)
  }

  @Test("where the document only warns, the report has warnings for failures and keeps all else")
  func warns() {
    let gate = Self.gate([Self.verdict("cpu.min", .fail), Self.verdict("ram.min", .unknown)], .warn)
    #expect(gate.report.verdicts.map(\.outcome) == [.warn, .unknown])
    #expect(gate.report.status == .undetermined)
    let verdict = gate.report.verdicts[0]
    #expect(verdict.remedy == "Use a larger machine." && verdict.margin?.distance == -4 && verdict.microseconds == 12)
    #expect(Self.gate([Self.verdict("cpu.min", .fail)], .block).report.verdicts.map(\.outcome) == [.fail])
  }

  @Test(
    "one line says what becomes of nodeup, and why",
    arguments: [
      ([verdict("a", .pass)], .block, "preflight: 1 passed"),
      (
        [verdict("a", .pass), verdict("cpu.min", .fail)], .block,
        "preflight: kops-configuration.service does not start: 1 failed, 1 passed: cpu.min: 4 CPUs; wanted at least 8 CPUs"
      ),
      ([verdict("cpu.min", .fail)], .warn, "preflight: 1 warning: cpu.min: 4 CPUs; wanted at least 8 CPUs"),
      ([verdict("cpu.min", .unknown)], .block, "preflight: 1 unknown: cpu.min: 4 CPUs; wanted at least 8 CPUs"),
    ] as [([Verdict], PreflightSection.OnFailure, String)])
  func line(verdicts: [Verdict], onFailure: PreflightSection.OnFailure, line: String) {
    #expect(Self.gate(verdicts, onFailure).line == line)
  }

  @Test("the line fits on a console")
  func cut() {
    let line = Self.gate([Self.verdict("cpu.min", .fail, found: String(repeating: "ü", count: 400))]).line
    #expect(line.utf8.count <= 200 && line.hasSuffix("..."))
  }

  @Test(
    "the log says of each what is wrong and where it is asked, what a script said last, and the consequence at the end")
  func log() {
    let verdicts = [
      Self.verdict("cpu.min", .fail), Self.verdict("a", .pass), Self.verdict("script:x", .fail, output: "one\ntwo\n"),
    ]
    #expect(
      Self.gate(verdicts).logLines == [
        "preflight: cpu.min fail: 4 CPUs; wanted at least 8 CPUs (/var/lib/bringup/preflight/a:4:5)",
        "preflight: script:x fail: 4 CPUs; wanted at least 8 CPUs (/var/lib/bringup/preflight/a:4:5)", "    | two",
        "preflight: kops-configuration.service does not start: 2 failed, 1 passed",
      ])
    #expect(Self.gate([Self.verdict("a", .pass)]).logLines.isEmpty)
  }

  @Test("the log is short, failures first, so that systemctl status shows all of it")
  func shortLog() {
    let verdicts = (1...20).map { Self.verdict("w\($0)", .warn) } + [Self.verdict("f", .fail, output: "x\n")]
    let lines = Self.gate(verdicts).logLines
    #expect(lines.first?.hasPrefix("preflight: f fail: ") == true)
    #expect(
      lines.dropFirst(4) == [
        "preflight: kops-configuration.service does not start: 1 failed, 20 warnings"
      ])
  }
}
