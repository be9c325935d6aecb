extension CommandDetails.End {
  /// Why it counts as failed, as cloud-init counts: everything but status 0. One line, safe to show; nil where it did not.
  package var failure: String? {
    switch self {
    case .exited(0): nil
    case .exited(let status): "ended with status \(status)"
    case .signalled(let signal): "ended by signal \(signal)"
    case .timedOut: "ended at its time limit (--timeout)"
    case .interrupted(let signal): "ended because bringup was asked to end by signal \(signal)"
    case .notStarted(let why): why
    }
  }
}
