extension JournalEntry {
  /// What became of one step: `file /etc/app.conf: changed (repaired: mode was 0600)`.
  package init(_ result: StepResult) {
    let (word, reason, priority): (String, String?, Priority) =
      switch result.outcome {
      case .changed: ("changed", nil, .info)
      case .unchanged: ("unchanged", nil, .info)
      case .failed(let reason): ("failed", reason, .error)
      case .left(let reason): ("left", reason, .info)
      case .notRun(let reason): ("not run", reason, .warning)
      }
    let said = [reason.map { ": \($0)" }, result.note.map { " (\($0))" }].compactMap(\.self).joined()
    let values: [(Field, String?)] = [
      (.kind, result.kind.rawValue),
      (.subject, result.subject),
      (.part, result.part?.description),
      (.origin, result.origin?.description),
      (.outcome, word),
      (.reason, reason),
      (.note, result.note),
      (.exitStatus, Self.exitStatus(result.details)),
      (.microseconds, result.microseconds.map(String.init)),
    ]
    self.init(
      JournalMessage(result.kind), priority,
      "\(result.kind.rawValue) \(Printable.escape(result.subject)): \(word)\(said)",
      fields: values.compactMap { field, value in value.map { (field, $0) } })
  }

  private static func exitStatus(_ details: StepDetails) -> String? {
    switch details {
    case .none, .file: nil
    case .command(let command):
      switch command.end {
      case .exited(let status): String(status)
      case .signalled, .timedOut, .notStarted: nil
      }
    }
  }
}
