import Core
import Testing

struct ApplyReportTests {
  @Test("the status and the outcome follow from the results")
  func status() {
    #expect(SampleReport.everything.status == .failed)
    #expect(SampleReport.everything.outcome == .failed)
    #expect(SampleReport.unchanged.status == .done)
    #expect(SampleReport.unchanged.outcome == .unchanged)
    let onlyPart = SampleReport.report(parts: [SampleReport.badPart], steps: [])
    #expect(onlyPart.status == .failed)
    #expect(onlyPart.outcome == .failed)
    let changed = SampleReport.report(parts: [], steps: [SampleReport.step(.file, "/a", .changed)])
    #expect(changed.status == .done)
    #expect(changed.outcome == .changed)
  }

  @Test("a warning fails the run where it is told to, and does not change what happened")
  func failOn() {
    let warned = SampleReport.report(parts: [SampleReport.goodPart], steps: [], failOn: [.warn])
    #expect(warned.status == .failed)
    #expect(warned.outcome == .unchanged)
    #expect(SampleReport.report(parts: [SampleReport.goodPart], steps: [], failOn: [.unknown]).status == .done)
    #expect(SampleReport.report(parts: [], steps: [], warnings: ["x"], failOn: [.warn]).status == .failed)
  }

  @Test(
    "a part is what its steps came to",
    arguments: [
      ([], PartResult.Outcome.left), ([.left("x")], .left), ([.notRun("x")], .left), ([.unchanged], .unchanged),
      ([.changed, .unchanged, .left("x")], .changed), ([.unchanged, .changed], .changed),
      ([.changed, .failed("x"), .changed], .failed), ([.left("x"), .unchanged], .unchanged),
    ] as [([StepResult.Outcome], PartResult.Outcome)])
  func part(outcomes: [StepResult.Outcome], outcome: PartResult.Outcome) {
    let warning = Finding(origin: SampleReport.document, message: "odd")
    let planned = PlannedPart(
      name: PartName("a"), type: .cloudConfig, origin: SampleReport.document, steps: [], warnings: [warning])
    let result = PartResult(planned, outcomes.map { SampleReport.step(.file, "/a", $0) })
    #expect(result.outcome == outcome)
    #expect(result.type == "text/cloud-config")
    #expect(result.warnings == ["ig.yaml:14:7: odd"])
    #expect(result.errors == [])
  }

  @Test("what is written as JSON is read back and renders the same")
  func roundTrip() throws {
    let report = SampleReport.everything
    let read = try #require(ApplyReport(try JSON(parsing: report.json.bytes(.pretty))))
    #expect(read.json == report.json)
    #expect(read.text(.colored, .verbose) == report.text(.colored, .verbose))
    #expect(ConsoleLine.text(read) == ConsoleLine.text(report))
  }

  @Test(
    "each way for a command to end is read back",
    arguments: [
      CommandDetails.End.exited(0), .signalled(9), .timedOut, .interrupted(15), .notStarted("no"),
    ])
  func ends(end: CommandDetails.End) throws {
    let step = SampleReport.step(
      .script, "a.sh", .failed("no"), details: .command(CommandDetails(end: end, output: Array("é".utf8))))
    let read = try #require(ApplyReport(SampleReport.report(parts: [], steps: [step]).json))
    guard case .command(let command) = read.steps[0].details else {
      Issue.record("the step has no command")
      return
    }
    #expect(command.end == end)
    #expect(command.output == Array("é".utf8))
  }

  @Test(
    "JSON of another shape is no report",
    arguments: [
      "null", "{}", "[]", #"{"version": 2, "command": "apply"}"#,
      #"{"version":1,"command":"apply","status":0,"startedAt":"yesterday"}"#,
    ])
  func otherShapes(text: String) throws {
    #expect(ApplyReport(try JSON(parsing: Array(text.utf8))) == nil)
  }

  @Test(
    "a report with one bad member is no report",
    arguments: [
      "command", "status", "startedAt", "durationMicroseconds", "root", "sources", "parts", "steps", "warnings",
      "programVersion",
    ])
  func badMember(name: String) throws {
    guard case .object(let members) = SampleReport.everything.json else { return }
    let broken = JSON.object(members.map { $0.name == name ? JSON.Member(name, [[:]]) : $0 })
    #expect(ApplyReport(broken) == nil)
  }
}
