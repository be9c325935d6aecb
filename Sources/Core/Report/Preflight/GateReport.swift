/// What a preflight in front of nodeup comes to: whether nodeup starts, and what the node says about it.
package struct GateReport: Sendable {
  /// As it is kept: where the document only warns, what failed is a warning.
  package let report: PreflightReport

  package init(_ report: PreflightReport, onFailure: PreflightSection.OnFailure) {
    switch onFailure {
    case .block: self.report = report
    case .warn: self.report = report.withFailuresAsWarnings
    }
  }

  /// systemd does not go on to nodeup where a command before it ends with another status than 0. What could not be told is
  /// no reason to keep a node out.
  package var status: ExitStatus {
    switch report.status {
    case .failed, .unusable: .failed
    case .done, .undetermined: .done
    }
  }

  /// One line for `STATUS=` and the console:
  /// `preflight: kops-configuration.service does not start: 1 failed, 3 passed: cpu.min: 2 CPUs; wanted at least 8 CPUs`
  package var line: String {
    let reason = report.firstFailure.map { ": \($0)" } ?? ""
    return CutText.line("\(report.name): \(consequence)\(report.counts)\(reason)", bytes: ConsoleLine.limit)
  }

  /// What goes into the unit's own log; empty where there is nothing to worry about. `systemctl status` shows the last ten
  /// lines, of which three are systemd's own.
  package var logLines: [String] {
    let troubles = report.document.troubles
    guard !troubles.isEmpty else { return [] }
    let shown = troubles.prefix(Self.shownTroubles).flatMap { item in
      ["\(report.name): \(item.id) \(item.outcome.rawValue): \(item.headline)\(place(of: item))"]
        + item.output.suffix(1).map { "    | \($0)" }
    }
    return shown + ["\(report.name): \(consequence)\(report.counts)"]
  }

  private static let shownTroubles = 3

  private var consequence: String { status == .failed ? "\(UnitName.kopsConfiguration) does not start: " : "" }

  private func place(of item: ReportItem) -> String {
    item.facts.first { $0.label == .place }.map { " (\($0.text))" } ?? ""
  }
}

extension PreflightReport {
  fileprivate var withFailuresAsWarnings: PreflightReport {
    PreflightReport(
      startedAt: startedAt, microseconds: microseconds, hostName: hostName, source: source, profile: profile,
      verdicts: verdicts.map { $0.outcome == .fail ? $0.asWarning : $0 }, fixes: fixes)
  }
}

extension Verdict {
  fileprivate var asWarning: Verdict {
    Verdict(
      id: id, outcome: .warn, wanted: wanted, found: found, evidence: evidence, margin: margin, remedy: remedy,
      origin: origin, output: output, microseconds: microseconds)
  }
}
