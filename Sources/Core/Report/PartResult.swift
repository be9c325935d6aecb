/// What became of one part.
package struct PartResult: Sendable {
  package enum Outcome: String, Sendable {
    case changed
    case unchanged
    case failed
    /// Nothing in it was this program's to do.
    case left
  }

  package let name: PartName
  /// ``PartType/name``; nil where the part could not be read far enough to tell.
  package let type: String?
  package let origin: Origin
  package let outcome: Outcome
  /// Why nothing of the part was applied; one line each, with its place. Empty where a step failed: its result says why.
  package let errors: [String]
  package let warnings: [String]

  package init(
    name: PartName, type: String?, origin: Origin, outcome: Outcome, errors: [String], warnings: [String]
  ) {
    self.name = name
    self.type = type
    self.origin = origin
    self.outcome = outcome
    self.errors = errors
    self.warnings = warnings
  }

  /// A part whose steps were taken, and came to `results`: one failed step makes the part failed, else one changed step
  /// makes it changed, else one that was already as asked makes it unchanged.
  package init(_ part: PlannedPart, _ results: [StepResult]) {
    var outcome = Outcome.left
    for result in results {
      switch (result.outcome, outcome) {
      case (.failed, _), (.stuck, _): outcome = .failed
      case (.changed, .left), (.changed, .unchanged): outcome = .changed
      case (.unchanged, .left): outcome = .unchanged
      case (.changed, _), (.unchanged, _), (.left, _), (.notRun, _): break
      }
    }
    self.init(
      name: part.name, type: part.type.name, origin: part.origin, outcome: outcome, errors: [],
      warnings: part.warnings.map(\.description))
  }

  /// A part that could not be read.
  package init(_ failure: PartFailure) {
    self.init(
      name: failure.name, type: nil, origin: failure.errors.first?.origin ?? Origin(source: failure.name.description),
      outcome: .failed, errors: failure.errors.map(\.description), warnings: [])
  }
}

extension Finding: CustomStringConvertible {
  /// `10-gpu.yaml:14:7: permissions 755 ...`
  package var description: String { "\(origin): \(message)" }
}
