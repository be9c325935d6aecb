extension ApplyReport {
  /// One entry for each error of a part, one for each step, and a summary at the end.
  ///
  /// `journalctl MESSAGE_ID=...` finds all of one kind, `journalctl BRINGUP_OUTCOME=failed` what failed.
  package var journalEntries: [JournalEntry] {
    failedParts.flatMap(entries) + steps.map(entry) + [summary]
  }

  private func entries(_ part: PartResult) -> [JournalEntry] {
    part.errors.map { error in
      JournalEntry(
        .part, .error, "\(command.rawValue): part \(part.name) failed: \(error)",
        fields: fields([
          (.kind, "part"), (.subject, part.name.description), (.part, part.name.description),
          (.origin, part.origin.description), (.outcome, part.outcome.rawValue),
        ]))
    }
  }

  private func entry(_ step: StepResult) -> JournalEntry {
    let subject = Printable.escape(step.subject)
    let reason = step.message.map { ": \($0)" } ?? ""
    return JournalEntry(
      JournalMessage(step.kind), step.outcome.priority,
      "\(command.rawValue): \(step.kind.rawValue) \(subject) \(step.outcome.word)\(reason)",
      fields: fields([
        (.kind, step.kind.rawValue), (.subject, subject), (.part, step.part?.description),
        (.origin, step.origin?.description), (.outcome, step.outcome.word), (.sha256, step.details.file?.sha256),
        (.microseconds, step.microseconds.map { String($0) }),
      ]))
  }

  private var summary: JournalEntry {
    let failure = firstFailure.map { ": \($0)" } ?? ""
    return JournalEntry(
      .run, outcome == .failed ? .error : .notice, "\(command.rawValue): \(counts)\(failure)",
      fields: fields([
        (.outcome, outcome.rawValue), (.status, String(status.rawValue)), (.instanceID, instanceID),
        (.microseconds, String(microseconds)),
      ]))
  }

  private func fields(
    _ values: [(field: JournalEntry.Field, value: String?)]
  ) -> [(field: JournalEntry.Field, value: String)] {
    let all: [(field: JournalEntry.Field, value: String?)] = [(.command, command.rawValue)] + values + [(.root, root)]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }
}

extension StepResult.Outcome {
  fileprivate var priority: JournalEntry.Priority {
    switch self {
    case .changed, .left: .info
    case .unchanged: .debug
    case .notRun: .warning
    case .failed, .stuck: .error
    }
  }
}
