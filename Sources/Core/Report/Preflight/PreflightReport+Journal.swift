extension PreflightReport {
  /// One entry for each check, one for each fix, and a summary at the end.
  ///
  /// `journalctl BRINGUP_CHECK_ID=cpu.min` tells how a check went over time, `journalctl BRINGUP_OUTCOME=fail` what failed.
  /// What a script printed is not among it, but for what its verdict quotes.
  package var journalEntries: [JournalEntry] {
    verdicts.map(entry) + fixes.map(entry) + [summary]
  }

  private func entry(_ verdict: Verdict) -> JournalEntry {
    let item = verdict.item
    let place = verdict.outcome > .pass ? " (\(verdict.origin))" : ""
    return JournalEntry(
      .check, verdict.outcome.priority, "\(name): \(item.id) \(item.outcome.rawValue): \(item.headline)\(place)",
      fields: fields([
        (.check, item.id), (.outcome, item.outcome.rawValue), (.wanted, Printable.escape(verdict.wanted)),
        (.found, Printable.escape(verdict.found)), (.origin, verdict.origin.description),
        (.microseconds, verdict.microseconds.map { String($0) }),
      ]))
  }

  private func entry(_ fix: Fix) -> JournalEntry {
    let subject = "\(fix.path): \(Printable.escape(fix.change))"
    let (priority, word, reason): (JournalEntry.Priority, String, String) =
      switch fix.outcome {
      case .done: (.notice, "done", "")
      case .failed(let reason): (.warning, "failed", ": \(Printable.escape(reason))")
      }
    return JournalEntry(
      .fix, priority, "\(name): fix of \(subject) \(word)\(reason)",
      fields: fields([
        (.subject, fix.path.description), (.outcome, word), (.origin, fix.origin.description),
      ]))
  }

  private var summary: JournalEntry {
    let failure = firstFailure.map { ": \($0)" } ?? ""
    let priority: JournalEntry.Priority =
      switch status {
      case .done: .notice
      case .undetermined: .warning
      case .failed, .unusable: .error
      }
    return JournalEntry(
      .run, priority, "\(name): \(counts)\(failure)",
      fields: fields([(.status, String(status.rawValue)), (.microseconds, String(microseconds))]))
  }

  private func fields(
    _ values: [(field: JournalEntry.Field, value: String?)]
  ) -> [(field: JournalEntry.Field, value: String)] {
    let all: [(field: JournalEntry.Field, value: String?)] =
      [(.command, name)] + values + [(.manifest, Printable.escape(source)), (.profile, profile.map(Printable.escape))]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }
}

extension Verdict.Outcome {
  fileprivate var priority: JournalEntry.Priority {
    switch self {
    case .pass: .info
    case .skipped: .debug
    case .warn, .unknown: .warning
    case .fail: .error
    }
  }
}
