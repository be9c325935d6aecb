/// What a bootstrap came to, up to the moment where COMMAND takes over: the one value behind the log and the JSON.
package struct BootstrapReport: Sendable {
  package enum Ending: Sendable {
    /// COMMAND takes this process over; the path of its file.
    case starts(String)
    /// Something failed before it.
    case stopped
    /// This signal asked bringup to end.
    case interrupted(Int32)
    case noCommand(CommandFault)
  }

  package let role: NodeRole
  package let hostName: String?
  package let startedAt: Timestamp
  /// Wall time.
  package let microseconds: Int
  /// Nil where none was asked for, or not come to; likewise the others.
  package let preflight: PreflightReport?
  package let parts: ApplyReport?
  /// In the order of their turns.
  package let volumes: [VolumeResult]
  /// Why a stage could not be carried out at all; one line each, safe to show.
  package let errors: [String]
  package let ending: Ending

  package init(
    role: NodeRole, hostName: String?, startedAt: Timestamp, microseconds: Int, preflight: PreflightReport?,
    parts: ApplyReport?, volumes: [VolumeResult], errors: [String], ending: Ending
  ) {
    self.role = role
    self.hostName = hostName
    self.startedAt = startedAt
    self.microseconds = microseconds
    self.preflight = preflight
    self.parts = parts
    self.volumes = volumes
    self.errors = errors
    self.ending = ending
  }

  /// Failed where anything did, even if it was gone on from there.
  package var status: ExitStatus {
    let hasFailed =
      preflight?.status == .failed || parts?.status == .failed || volumes.contains { $0.failure != nil }
      || !errors.isEmpty
    return switch ending {
    case .starts: hasFailed ? .failed : .done
    case .stopped, .interrupted, .noCommand: .failed
    }
  }

  /// The last line of the log:
  /// `bootstrap: worker after 40 ms: 2 ran, 1 without a script; starts /usr/lib/presto/bin/launcher`
  package var summary: String {
    let end =
      switch ending {
      case .starts(let path): "starts \(Printable.escape(path))"
      case .stopped: "does not start"
      case .interrupted, .noCommand: reason ?? ""
      }
    return
      "bootstrap: \(role.text)\(hasStarted ? "" : " FAILED") after \(Elapsed.text(microseconds)): \(counts); \(end)"
  }

  /// The first failure in one line, also where it was gone on from there; nil where all is well.
  package var reason: String? {
    switch ending {
    case .interrupted(let signal): return "interrupted by signal \(signal)"
    case .noCommand(let fault): return fault.sentence
    case .starts, .stopped: break
    }
    if let preflight, preflight.status == .failed { return preflight.firstFailure.map { "preflight: \($0)" } }
    if let error = errors.first { return error }
    if let parts, parts.status == .failed { return parts.firstFailure.map { "apply: \($0)" } }
    return volumes.lazy.compactMap { volume in volume.failure.map { "\(volume.volume): \($0)" } }.first
  }

  private var hasStarted: Bool {
    if case .starts = ending { true } else { false }
  }

  /// `2 ran, 1 failed`; what there is none of is left out.
  package var counts: String {
    let words = volumes.map(\.outcome.word)
    let present = ["ran", "no-script", "failed", "not-run"].compactMap { word in
      let count = words.count { $0 == word }
      return count == 0 ? nil : "\(count) \(Self.phrases[word] ?? word)"
    }
    return present.isEmpty ? "no volumes" : present.joined(separator: ", ")
  }

  private static let phrases = ["no-script": "without a script", "not-run": "not run"]
}

extension VolumeResult.Outcome {
  /// In the words of the report.
  var word: String {
    switch self {
    case .ran: "ran"
    case .noScript: "no-script"
    case .failed: "failed"
    case .notRun: "not-run"
    }
  }
}
