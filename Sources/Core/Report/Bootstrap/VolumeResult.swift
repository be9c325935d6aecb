/// What became of a volume's `bootstrap.sh`.
package struct VolumeResult: Sendable {
  package enum Outcome: Sendable {
    /// The script ended with status 0.
    case ran
    /// The volume has none, and none was required.
    case noScript
    /// One line, safe to show.
    case failed(String)
    /// Not begun, because of something before it.
    case notRun(String)
  }

  /// As the user named it.
  package let volume: PathArgument
  /// The directory that the script ran in; nil where none ran.
  package let directory: String?
  package let outcome: Outcome
  /// What is worth adding. One line, safe to show.
  package let note: String?
  package let run: CommandDetails?
  /// Wall time.
  package let microseconds: Int?

  package init(
    _ volume: PathArgument, _ outcome: Outcome, directory: String? = nil, note: String? = nil,
    run: CommandDetails? = nil, microseconds: Int? = nil
  ) {
    self.volume = volume
    self.directory = directory
    self.outcome = outcome
    self.note = note
    self.run = run
    self.microseconds = microseconds
  }

  /// Why it failed; nil where it did not.
  package var failure: String? {
    if case .failed(let reason) = outcome { reason } else { nil }
  }

  /// The line of the log:
  /// `bootstrap: FAILED after 12 ms: /etc/presto/bootstrap/bootstrap.sh: ended with status 3`
  package var line: String {
    let script = "\(volume)/bootstrap.sh"
    let time = microseconds.map { " after \(Elapsed.text($0)):" } ?? ""
    let text =
      switch outcome {
      case .ran: "done\(time) \(script)"
      case .noScript: "\(volume) has no bootstrap.sh"
      case .failed(let reason): "FAILED\(time) \(script): \(reason)"
      case .notRun(let reason): "not run: \(script): \(reason)"
      }
    return "bootstrap: \(text)\(note.map { "; \($0)" } ?? "")"
  }
}
