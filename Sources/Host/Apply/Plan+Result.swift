internal import Core

extension Plan {
  /// The result of one step, with what the reports say about its file.
  func result(_ part: Int, _ step: Int, _ outcome: StepResult.Outcome, note: String? = nil) -> StepResult {
    let planned = parts[part].steps[step]
    return StepResult(
      kind: planned.kind, subject: Printable.escape(planned.subject), part: parts[part].name, origin: planned.origin,
      outcome: outcome, note: note, details: planned.fileDetails.map { .file($0) } ?? .none)
  }
}
