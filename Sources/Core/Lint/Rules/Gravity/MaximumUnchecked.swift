enum MaximumUnchecked: LintRule {
  static let id = "maximum-unchecked"
  static let severity = LintSeverity.advice
  static let summary = "Gravity looks at a maximum only from another node"
  static let why: Prose = """
    gravity check, the installer and a joining node compare what they have with the minimum alone; a maximum of CPUs or of
    memory counts only where a running cluster looks at a node. bringup preflight checks both.
    """
  static let bad = GravityManifestInvalid.manifest("cpu: {min: 4, max: 8}")
  static let good = GravityManifestInvalid.manifest("cpu: {min: 4}")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements where requirements.reader == .gravity {
      for key in ["cpu", "ram"] {
        guard let entry = requirements.fields[key]?.fields?.entry("max") else { continue }
        findings.add(
          at: entry.key, in: requirements.text, "Gravity does not check the maximum on the node itself",
          help: "check it with bringup preflight, where it matters")
      }
    }
  }
}
