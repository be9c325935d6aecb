/// What became of one step of a plan.
package struct StepResult: Sendable {
  package enum Outcome: Sendable {
    /// The node is now as asked, and was not before.
    case changed
    /// The node was already as asked; nothing was written.
    case unchanged
    /// One line, safe to show. Nothing of it is done, but for what a command did before it failed.
    case failed(String)
    /// Failed, and its path is changed all the same. One line, safe to show.
    case stuck(String)
    /// Not this program's to do, and why: `left to cloud-init`.
    case left(String)
    /// Not begun, because of something before it.
    case notRun(String)
  }

  package let kind: StepKind
  /// A path, a unit, a part's name: what the step is about.
  package let subject: String
  package let part: PartName?
  package let origin: Origin?
  package let outcome: Outcome
  /// What is worth adding: `repaired: mode was 0600`. One line, safe to show.
  package let note: String?
  package let details: StepDetails
  /// Wall time in microseconds; nil where the step only waited for a common one.
  package let microseconds: Int?

  package init(
    kind: StepKind, subject: String, part: PartName?, origin: Origin?, outcome: Outcome, note: String? = nil,
    details: StepDetails = .none, microseconds: Int? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.part = part
    self.origin = origin
    self.outcome = outcome
    self.note = note
    self.details = details
    self.microseconds = microseconds
  }
}

/// The kinds of step, in the words of the reports.
package enum StepKind: String, Sendable, CaseIterable {
  case file
  case append
  case dropIn = "drop-in"
  case remove
  case reload
  case readBack = "read-back"
  /// The document that a gate checks the node against.
  case preflight
  case bootCommands = "bootcmd"
  case runCommands = "runcmd"
  case script
  case boothook
  /// What bringup keeps for itself: only told where that fails.
  case state
  case other
}

/// What a step carries beyond its subject, for the machine-readable reports.
package enum StepDetails: Sendable {
  case none
  case file(FileDetails)
  case command(CommandDetails)
}

/// The file of a step: what was asked, with the names resolved as far as they were.
package struct FileDetails: Sendable {
  package let mode: String?
  package let owner: String?
  package let group: String?
  package let sha256: String
  /// Bytes.
  package let size: Int

  package init(mode: String?, owner: String?, group: String?, sha256: String, size: Int) {
    self.mode = mode
    self.owner = owner
    self.group = group
    self.sha256 = sha256
    self.size = size
  }
}

/// How a command ended.
package struct CommandDetails: Sendable {
  package enum End: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    /// Ended because this signal asked bringup itself to end.
    case interrupted(Int32)
    case notStarted(String)
  }

  package let end: End
  /// The last of its standard output and error together, at most ``Limits/commandOutputBytes``.
  package let output: [UInt8]

  package init(end: End, output: [UInt8]) {
    self.end = end
    self.output = output
  }
}
