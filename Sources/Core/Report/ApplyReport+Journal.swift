extension ApplyReport {
  /// One entry for each part that failed, one for each step, and a summary at the end.
  ///
  /// `journalctl MESSAGE_ID=...` finds all of one kind, `journalctl BRINGUP_OUTCOME=failed` what failed.
  package var journalEntries: [JournalEntry] {
    failedParts.flatMap(entries) + steps.map(entry) + [summary]
  }

  private func entries(_ part: PartResult) -> [JournalEntry] {
    part.errors.map { error in
      JournalEntry(
        message: "\(command.rawValue): part \(part.name) failed: \(error)", priority: .error,
        messageID: "c15520c3920e420f8477904b7201b793",
        fields: fields([
          ("KIND", "part"), ("SUBJECT", part.name.description), ("PART", part.name.description),
          ("ORIGIN", part.origin.description), ("OUTCOME", part.outcome.rawValue),
        ]))
    }
  }

  private func entry(_ step: StepResult) -> JournalEntry {
    let subject = Printable.escape(step.subject)
    let reason = step.message.map { ": \($0)" } ?? ""
    return JournalEntry(
      message: "\(command.rawValue): \(step.kind.rawValue) \(subject) \(step.outcome.word)\(reason)",
      priority: step.outcome.priority, messageID: step.kind.messageID,
      fields: fields([
        ("KIND", step.kind.rawValue), ("SUBJECT", subject), ("PART", step.part?.description),
        ("ORIGIN", step.origin?.description), ("OUTCOME", step.outcome.word),
        ("SHA256", step.details.file?.sha256), ("USEC", step.microseconds.map { String($0) }),
      ]))
  }

  private var summary: JournalEntry {
    let failure = firstFailure.map { ": \($0)" } ?? ""
    return JournalEntry(
      message: "\(command.rawValue): \(counts)\(failure)", priority: outcome == .failed ? .error : .notice,
      messageID: "32f34185a88f4e3098fff02a10876296",
      fields: fields([
        ("OUTCOME", outcome.rawValue), ("STATUS", String(status.rawValue)), ("INSTANCE_ID", instanceID),
        ("USEC", String(microseconds)),
      ]))
  }

  private func fields(_ values: [(name: String, value: String?)]) -> [JournalEntry.Field] {
    let all: [(name: String, value: String?)] = [("COMMAND", command.rawValue)] + values + [("ROOT", root)]
    return all.compactMap { name, value in
      value.map { JournalEntry.Field("BRINGUP_\(name)", $0) }
    }
  }
}

extension StepResult.Outcome {
  fileprivate var priority: JournalEntry.Priority {
    switch self {
    case .changed, .left: .info
    case .unchanged: .debug
    case .notRun: .warning
    case .failed: .error
    }
  }
}

extension StepKind {
  fileprivate var messageID: String {
    switch self {
    case .file: "69e27ee211f4407e8f27200741c1d4f3"
    case .append: "7a382f4d92bb4755bb80f77bf8fd1d4f"
    case .dropIn: "5396feee1b014085ab050518b71c47ae"
    case .remove: "26c04b290bb54726ad16851ffde481dc"
    case .reload: "4c7171b17dc6411eaaa66e6f505be39a"
    case .readBack: "804c3e3d6eee44bb8deac5656f3b70e1"
    case .bootCommands: "0f2549e9944449c5a93b84e2a7936968"
    case .runCommands: "ef564772e18848daa748a4bb17040516"
    case .script: "09bd3988fc3e45e7b76cb8871369df4d"
    case .boothook: "e72a606382374c88bc24fae3f9c9cfc0"
    case .other: "b9e50a9ebb0e438eb6f2a8f50b901e4e"
    }
  }
}
