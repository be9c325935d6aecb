/// What a preflight in front of a unit comes to: whether the unit starts, and what the node says about it.
package struct GateReport: Sendable {
  /// As it is kept: what failed of a document that only warns is a warning.
  package let kept: PreflightReport
  /// As it was found.
  private let found: PreflightReport
  /// What waits behind the check: `kops-configuration.service`; nil where it is not known.
  private let unit: UnitName?

  /// `failOn` is what the report's status was made with.
  package init(_ report: PreflightReport, failOn: Set<FailOn>, unit: UnitName?) {
    found = report
    kept = report.withWarnings(failOn: failOn)
    self.unit = unit
  }

  /// systemd does not go on to a unit's program where a command before it ends with another status than 0. What could not be
  /// told is no reason to keep a node out.
  package var exitStatus: ExitStatus {
    switch kept.status {
    case .failed, .unusable: .failed
    case .done, .undetermined: .done
    }
  }

  /// One line for the unit's status and the console:
  /// `preflight: kops-configuration.service does not start: 1 failed, 3 passed: cpu.min: 2 CPUs; wanted at least 8 CPUs`
  package var line: String {
    let reason = firstFailure.map { ": \($0)" } ?? ""
    return CutText.line("\(summary)\(reason)", bytes: ConsoleLine.limit)
  }

  /// The line where there is no report: `fault` says why the document could not be read.
  package static func line(for fault: String) -> String {
    CutText.line("preflight: nothing was checked: \(fault)", bytes: ConsoleLine.limit)
  }

  private var summary: String { "\(name): \(consequence)\(counts)" }

  private var consequence: String {
    if exitStatus == .done { return "" }
    return unit.map { "\($0) does not start: " } ?? "blocked: "
  }
}

extension GateReport: Report {
  package var name: String { kept.name }
  package var status: ExitStatus { kept.status }
  package var counts: String { kept.counts }
  package var firstFailure: String? { found.firstFailure }
  package var json: JSON { kept.json }
  package var document: ReportDocument { kept.document }

  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    kept.text(style, verbosity)
  }

  /// Those of the report, the gravest check last and then what becomes of the unit, as entries about the unit: `systemctl
  /// status` shows the last ten, of which three are systemd's own. It would know them by the process that sends them too, but
  /// this one may be gone by the time that journald asks.
  package var journalEntries: [JournalEntry] {
    let entries = kept.journalEntries
    let checks = zip(found.verdicts.map(\.outcome), entries).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    let fixes = entries.dropFirst(checks.count).dropLast()
    let last = entries.suffix(1).map {
      JournalEntry($0.message, exitStatus == .failed ? .error : $0.priority, summary, fields: $0.fields)
    }
    return (fixes + checks + last).map { entry in
      guard let unit else { return entry }
      return JournalEntry(
        entry.message, entry.priority, entry.text, fields: entry.fields + [(.aboutUnit, unit.text)])
    }
  }
}

extension PreflightReport {
  /// Documents that only warn never fail it, whatever `failOn` says.
  fileprivate func withWarnings(failOn: Set<FailOn>) -> PreflightReport {
    if verdicts.allSatisfy({ $0.blockingOutcome == $0.outcome }) { return self }
    let isFailed =
      ExitStatus(verdicts.map(\.blockingOutcome), failOn: failOn) == .failed || fixes.contains(where: \.hasFailed)
    let verdicts = verdicts.map { $0.outcome == .fail && $0.blockingOutcome != .fail ? $0.asWarning : $0 }
    return PreflightReport(
      startedAt: startedAt, microseconds: microseconds, hostName: hostName, source: source, profile: profile,
      verdicts: verdicts, fixes: fixes, status: isFailed ? .failed : ExitStatus(verdicts.map(\.outcome), failOn: []),
      programVersion: programVersion)
  }
}

extension Verdict {
  fileprivate var asWarning: Verdict {
    Verdict(
      id: id, outcome: .warn, wanted: wanted, found: found, evidence: evidence, margin: margin, remedy: remedy,
      origin: origin, output: output, microseconds: microseconds)
  }
}
