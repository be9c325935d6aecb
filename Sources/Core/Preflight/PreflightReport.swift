/// What a preflight came to: the one value behind every format.
package struct PreflightReport: Sendable {
  package let startedAt: Timestamp
  /// Wall time.
  package let microseconds: Int
  package let hostName: String?
  /// The manifest or document, as the user named it.
  package let source: String
  /// The node profile; nil for a bringup document.
  package let profile: String?
  /// In the order of the manifest.
  package let verdicts: [Verdict]
  /// What `--fix` changed on the node, in order.
  package let fixes: [Fix]
  package let status: ExitStatus
  /// The version of the program that did it.
  package let programVersion: String
}

/// One change that `--fix` made, or could not make.
package struct Fix: Sendable {
  package enum Outcome: Sendable {
    case done
    /// One line, safe to show.
    case failed(String)
  }

  package let path: AbsolutePath
  /// `create the directory`, `set the mode to 0755`
  package let change: String
  package let origin: Origin
  package let outcome: Outcome

  package init(path: AbsolutePath, change: String, origin: Origin, outcome: Outcome) {
    self.path = path
    self.change = change
    self.origin = origin
    self.outcome = outcome
  }
}
