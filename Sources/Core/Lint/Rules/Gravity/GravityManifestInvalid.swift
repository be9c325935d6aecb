enum GravityManifestInvalid: LintRule {
  static let id = "gravity-manifest-invalid"
  static let severity = LintSeverity.error
  static let summary = "A node profile asks for what cannot be checked"
  static let why: Prose = """
    An unknown key, a size that is none, a maximum below its minimum: Gravity refuses to build an image of such a manifest,
    or takes the field for something else, and bringup preflight reads no manifest that has one.
    """
  static let bad = manifest("ram: {min: 32 gigs}")
  static let good = manifest("ram: {min: 32GB}")

  static func manifest(_ requirement: String) -> String {
    """
    apiVersion: bundle.gravitational.io/v2
    kind: Bundle
    metadata: {name: demo, resourceVersion: 1.0.0}
    nodeProfiles:
      - name: worker
        requirements:
          \(requirement)
    """
  }

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard case .gravity(let manifest) = input.form, case .failure(let failure) = manifest.manifest else { return }
    for error in failure.errors {
      switch error.problem {
      // Rules of their own.
      case .yaml, .requirement(.ports(.reversed)): continue
      case .blob, .document, .unit, .requirement, .preflight, .bundle:
        let advice = error.problem.sentence.splitAdvice
        findings.add(at: error.origin, advice.message, help: advice.help)
      }
    }
  }
}
