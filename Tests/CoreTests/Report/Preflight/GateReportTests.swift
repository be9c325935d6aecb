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
    _ verdicts: [Verdict], _ onFailure: PreflightSection.OnFailure = .block, fixes: [Fix] = [],
    failOn: Set<FailOn> = [], unit: UnitName? = .kopsConfiguration
  ) -> GateReport {
    let verdicts = verdicts.map { verdict in
      var verdict = verdict
      if onFailure == .warn { verdict.blockingOutcome = .skipped }
      return verdict
    }
    return gate(verdicts, fixes: fixes, failOn: failOn, unit: unit)
  }

  private static func gate(
    _ verdicts: [Verdict], fixes: [Fix], failOn: Set<FailOn>, unit: UnitName? = .kopsConfiguration
  ) -> GateReport {
    GateReport(
      PreflightReport(
        startedAt: Timestamp(seconds: 0), microseconds: 5, hostName: "node-1", source: "/var/lib/bringup/preflight/a",
        profile: nil, verdicts: verdicts, fixes: fixes, failOn: failOn), failOn: failOn, unit: unit)
  }

  @Test(
    "only a failure of a document that blocks stops nodeup",
    arguments: [
      (.pass, .block, .done), (.warn, .block, .done), (.unknown, .block, .done), (.skipped, .block, .done),
      (.fail, .block, .failed), (.fail, .warn, .done), (.unknown, .warn, .done),
    ] as [(Verdict.Outcome, PreflightSection.OnFailure, Core.ExitStatus)])
  func status(outcome: Verdict.Outcome, onFailure: PreflightSection.OnFailure, status: Core.ExitStatus) {
    #expect(Self.gate([Self.verdict("a", .pass), Self.verdict("cpu.min", outcome)], onFailure).exitStatus == status)
  }

  @Test("what could not be told stops nodeup where --fail-on says so")
  func failOn() {
    #expect(Self.gate([Self.verdict("cpu.min", .unknown)], failOn: [.unknown]).exitStatus == .failed)
  }

  @Test(
    "of several documents, each says for itself what a failure comes to",
    arguments: [
      (.pass, .fail, [], .done, [.pass, .warn]), (.fail, .pass, [], .failed, [.fail, .pass]),
      (.fail, .fail, [], .failed, [.fail, .warn]), (.unknown, .fail, [], .done, [.unknown, .warn]),
      (.unknown, .fail, [.unknown], .failed, [.unknown, .warn]),
      (.pass, .unknown, [.unknown], .done, [.pass, .unknown]),
      (.pass, .fail, [.warn], .done, [.pass, .warn]),
    ] as [(Verdict.Outcome, Verdict.Outcome, Set<FailOn>, Core.ExitStatus, [Verdict.Outcome])])
  func severalDocuments(
    blocks: Verdict.Outcome, warns: Verdict.Outcome, failOn: Set<FailOn>, status: Core.ExitStatus,
    outcomes: [Verdict.Outcome]
  ) {
    var lenient = Self.verdict("ram.min", warns)
    lenient.blockingOutcome = .skipped
    let gate = Self.gate([Self.verdict("cpu.min", blocks), lenient], fixes: [], failOn: failOn)
    #expect(gate.exitStatus == status)
    #expect(gate.kept.verdicts.map(\.outcome) == outcomes)
  }

  @Test(
    "a check that two documents want blocks where that of one which blocks failed",
    arguments: [
      (.fail, .fail, [], .failed), (.fail, .pass, [], .failed), (.pass, .fail, [], .done), (.unknown, .fail, [], .done),
      (.unknown, .fail, [.unknown], .failed), (.warn, .fail, [.warn], .failed), (.pass, .warn, [.warn], .done),
    ] as [(Verdict.Outcome, Verdict.Outcome, Set<FailOn>, Core.ExitStatus)])
  func oneCheckOfTwoDocuments(
    blocks: Verdict.Outcome, warns: Verdict.Outcome, failOn: Set<FailOn>, status: Core.ExitStatus
  ) {
    var lenient = Self.verdict("cpu.min", warns)
    lenient.blockingOutcome = .skipped
    let strict = Self.verdict("cpu.min", blocks)
    #expect(Self.gate([strict, lenient], fixes: [], failOn: failOn).exitStatus == status)
    #expect(Self.gate([lenient, strict], fixes: [], failOn: failOn).exitStatus == status)
  }

  @Test("where the document only warns, the report has warnings for failures and keeps all else")
  func warns() {
    let verdicts = [Self.verdict("cpu.min", .fail), Self.verdict("ram.min", .unknown)]
    let gate = Self.gate(verdicts, .warn)
    #expect(gate.document.items.map(\.outcome) == [.warn, .unknown])
    #expect(gate.status == .undetermined && gate.counts == "1 unknown, 1 warning")
    let facts = gate.document.items[0].facts
    #expect(facts.contains { $0.label == .remedy && $0.text == "Use a larger machine." })
    #expect(facts.contains { $0.label == .time && $0.text == "12 us" })
    #expect(Self.gate(verdicts, .block).document.items.map(\.outcome) == [.fail, .unknown])
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

  @Test("a gate that is tried by hand is in front of no unit")
  func byHand() {
    let gate = Self.gate([Self.verdict("cpu.min", .fail)], unit: nil)
    #expect(gate.line == "preflight: blocked: 1 failed: cpu.min: 4 CPUs; wanted at least 8 CPUs")
    #expect(gate.journalEntries.allSatisfy { entry in !entry.fields.contains { $0.field == .aboutUnit } })
  }

  @Test("a document that cannot be read is told on one line, too")
  func fault() {
    #expect(GateReport.line(for: "read /a: not found") == "preflight: nothing was checked: read /a: not found")
    #expect(GateReport.line(for: String(repeating: "x", count: 400)).utf8.count == 200)
  }

  @Test("the line fits on a console")
  func cut() {
    let line = Self.gate([Self.verdict("cpu.min", .fail, found: String(repeating: "ü", count: 400))]).line
    #expect(line.utf8.count <= 200 && line.hasSuffix("..."))
  }

  @Test("the journal has the gravest check last and then the consequence: what systemctl status shows of a long report")
  func journal() throws {
    let verdicts = [
      Self.verdict("cpu.min", .fail), Self.verdict("a", .pass), Self.verdict("ram.min", .unknown),
      Self.verdict("b", .warn),
      Self.verdict("c", .skipped), Self.verdict("os", .fail),
    ]
    let made = Fix(
      path: try AbsolutePath("/data"), change: "set the mode to 0755", origin: verdicts[0].origin, outcome: .done)
    let entries = Self.gate(verdicts, fixes: [made]).journalEntries
    let trouble = "4 CPUs; wanted at least 8 CPUs (/var/lib/bringup/preflight/a:4:5)"
    #expect(
      entries.map(\.text) == [
        "preflight: fix of /data: set the mode to 0755 done", "preflight: c skipped: 4 CPUs",
        "preflight: a pass: 4 CPUs; wanted at least 8 CPUs", "preflight: b warn: \(trouble)",
        "preflight: ram.min unknown: \(trouble)", "preflight: cpu.min fail: \(trouble)",
        "preflight: os fail: \(trouble)",
        "preflight: kops-configuration.service does not start: 2 failed, 1 unknown, 1 warning, 1 passed, 1 skipped",
      ])
    #expect(entries.last?.priority == .error)
    #expect(entries.allSatisfy { $0.fields.last?.value == "kops-configuration.service" })
    #expect(entries.allSatisfy { $0.fields.last?.field == .aboutUnit })
  }

  @Test("where the document only warns, the journal warns too")
  func journalOfWarning() {
    let entries = Self.gate([Self.verdict("cpu.min", .fail)], .warn).journalEntries
    #expect(entries.map(\.priority) == [.warning, .notice])
    #expect(entries.last?.text == "preflight: 1 warning")
  }
}
