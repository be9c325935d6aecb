enum OsVersionsMissing: LintRule {
  static let id = "os-versions-missing"
  static let severity = LintSeverity.warning
  static let summary = "An operating system without versions is not checked"
  static let why: Prose = """
    Gravity makes a check of each pair of a name and a version. An entry without versions makes none, and where no entry has
    any, every system passes.
    """
  static let bad = GravityManifestInvalid.manifest("os: [{name: ubuntu}]")
  static let good = GravityManifestInvalid.manifest("os: [{name: ubuntu, versions: [\"22.04\"]}]")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements where requirements.reader == .gravity {
      for item in requirements.items("os") where item.fields["versions"]?.items.isEmpty ?? true {
        findings.add(
          at: item.fields["name"] ?? item.node, in: requirements.text,
          "the entry has no versions, so that Gravity does not check it", help: "list the versions that will do")
      }
    }
  }
}
