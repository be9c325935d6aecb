extension PreflightReport: Report {
  package var name: String { "preflight" }

  /// `2 failed, 1 unknown, 1 warning, 12 passed, 1 skipped`
  package var counts: String {
    let words: [(outcome: Verdict.Outcome, one: String, many: String)] = [
      (.fail, "failed", "failed"), (.unknown, "unknown", "unknown"), (.warn, "warning", "warnings"),
      (.pass, "passed", "passed"), (.skipped, "skipped", "skipped"),
    ]
    let present = words.compactMap { outcome, one, many in
      let count = verdicts.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(count == 1 ? one : many)" : nil
    }
    let unmade = fixes.count(where: \.hasFailed)
    let all = present + (unmade > 0 ? ["\(unmade) not fixed"] : [])
    return all.isEmpty ? "nothing to check" : all.joined(separator: ", ")
  }

  package var firstFailure: String? {
    document.troubles.first.map { "\($0.id): \($0.headline)" }
  }

  /// An item for each check, and one for each fix that could not be made.
  package var document: ReportDocument {
    let subjects: [(name: String, value: String?)] = [("manifest", source), ("profile", profile)]
    return ReportDocument(
      name: name, hostName: hostName.map(Printable.escape), startedAt: startedAt, microseconds: microseconds,
      status: status, counts: counts,
      subjects: subjects.compactMap { name, value in value.map { (name, Printable.escape($0)) } },
      items: verdicts.map(\.item) + fixes.compactMap(\.item), programVersion: programVersion)
  }
}

extension Verdict {
  var item: ReportItem {
    ReportItem(
      .check(margin: margin), id: id.description, outcome, headline: headline, facts: facts, output: outputLines,
      microseconds: microseconds)
  }

  /// `4 CPUs; wanted at least 8 CPUs`; what was found alone where that is what was wanted: `free`.
  private var headline: String {
    let saysAll =
      switch outcome {
      case .pass: wanted == found || wanted.hasPrefix("\(found) ") || wanted.hasSuffix(" \(found)")
      case .skipped: true
      case .warn, .fail, .unknown: wanted.isEmpty
      }
    return Printable.escape(saysAll ? found : "\(found); wanted \(wanted)")
  }

  private var facts: [ReportFact] {
    var facts = [ReportFact(.wanted, wanted), ReportFact(.found, found)]
    if let margin { facts.append(ReportFact(.margin, margin.text)) }
    facts += evidence.map { ReportFact(.evidence, "\($0.source): \($0.text)") }
    facts.append(ReportFact(.place, origin.description))
    if let remedy { facts.append(ReportFact(.remedy, remedy)) }
    if let microseconds { facts.append(ReportFact(.time, Elapsed.text(microseconds))) }
    return facts.filter { !$0.text.isEmpty }.map { ReportFact($0.label, Printable.escape($0.text)) }
  }

  /// What a script printed may be secret: it is shown only where people need it to see what went wrong.
  private var outputLines: [String] {
    switch outcome {
    case .fail, .warn, .unknown: OutputTail.lines(output)
    case .pass, .skipped: []
    }
  }
}

extension Fix {
  fileprivate var item: ReportItem? {
    switch outcome {
    case .done: nil
    case .failed(let reason):
      ReportItem(
        .step, id: "fix:\(path)", .fail, headline: Printable.escape("could not \(change): \(reason)"),
        facts: [ReportFact(.place, origin.description)])
    }
  }
}
