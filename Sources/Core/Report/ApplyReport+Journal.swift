extension ApplyReport {
  /// One entry for each error of a part that was refused, one for each step, and one for the whole run at the end.
  ///
  /// `journalctl MESSAGE_ID=...` finds all of one kind, `journalctl BRINGUP_OUTCOME=failed` what failed.
  package var journalEntries: [JournalEntry] {
    failedParts.flatMap(entries) + steps.map { JournalEntry($0) } + [summary]
  }

  private func entries(_ part: PartResult) -> [JournalEntry] {
    part.errors.map { error in
      JournalEntry(
        .part, .error, "part \(part.name): failed: \(error)",
        fields: [
          (.kind, "part"), (.subject, part.name.description), (.part, part.name.description),
          (.origin, part.origin.description), (.outcome, part.outcome.rawValue), (.reason, error),
        ])
    }
  }

  private var summary: JournalEntry {
    let failure = firstFailure.map { ": \($0)" } ?? ""
    return JournalEntry(
      .run, outcome == .failed ? .error : .notice, "\(command.rawValue): \(counts)\(failure)",
      fields: [
        (.kind, command.rawValue), (.outcome, outcome.rawValue), (.exitStatus, String(status.rawValue)),
        (.microseconds, String(microseconds)),
      ])
  }
}
