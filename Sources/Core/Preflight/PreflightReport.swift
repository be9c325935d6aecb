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
  /// In the order of the manifest, one a name.
  package let verdicts: [Verdict]
  /// What `--fix` changed on the node, in order.
  package let fixes: [Fix]
  package let status: ExitStatus
  /// The version of the program that did it.
  package let programVersion: String

  /// The status follows from the verdicts, and from the fixes: one that was asked for and could not be made is a failure.
  package init(
    startedAt: Timestamp, microseconds: Int, hostName: String?, source: String, profile: String?, verdicts: [Verdict],
    fixes: [Fix] = [], failOn: Set<FailOn> = []
  ) {
    let verdicts = verdicts.oneEachName
    self.init(
      startedAt: startedAt, microseconds: microseconds, hostName: hostName, source: source, profile: profile,
      verdicts: verdicts, fixes: fixes,
      status: fixes.contains(where: \.hasFailed) ? .failed : ExitStatus(verdicts.map(\.outcome), failOn: failOn),
      programVersion: Version.text)
  }

  init(
    startedAt: Timestamp, microseconds: Int, hostName: String?, source: String, profile: String?, verdicts: [Verdict],
    fixes: [Fix], status: ExitStatus, programVersion: String
  ) {
    self.startedAt = startedAt
    self.microseconds = microseconds
    self.hostName = hostName
    self.source = source
    self.profile = profile
    self.verdicts = verdicts
    self.fixes = fixes
    self.status = status
    self.programVersion = programVersion
  }

  /// The worst of the verdicts, whatever `--fail-on` makes of the status.
  package var outcome: Verdict.Outcome { verdicts.worstOutcome }
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

  package var hasFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}
