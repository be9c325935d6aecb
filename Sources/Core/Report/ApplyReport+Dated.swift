extension ApplyReport {
  /// The report as an image keeps it that comes out the same whenever and wherever it is built: begun at `date`, with no time
  /// taken, and with the image's own root. Nil without a date.
  package func dated(_ date: SourceDate?) -> ApplyReport? {
    guard let date else { return nil }
    return ApplyReport(
      command: command, status: status, startedAt: date.timestamp, microseconds: 0, root: "/", instanceID: instanceID,
      sources: sources, parts: parts, steps: steps.map(\.untimed), warnings: warnings, programVersion: programVersion)
  }
}

extension StepResult {
  fileprivate var untimed: StepResult {
    StepResult(
      kind: kind, subject: subject, part: part, origin: origin, outcome: outcome, note: note, details: details)
  }
}
