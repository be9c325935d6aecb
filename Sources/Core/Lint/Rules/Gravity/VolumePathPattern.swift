enum VolumePathPattern: LintRule {
  static let id = "volume-path-pattern"
  static let severity = LintSeverity.warning
  static let summary = "Gravity takes a pattern in a volume's path for a name"
  static let why: Prose = """
    Only the paths of devices are patterns to Gravity. A volume's path is looked up as it is, and since it is not there, its
    parent is judged in its place.
    """
  static let bad = GravityManifestInvalid.manifest("volumes: [{path: \"/data/disk-*\", capacity: 10GB}]")
  static let good = GravityManifestInvalid.manifest("volumes: [{path: /data/disk-0, capacity: 10GB}]")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements where requirements.reader == .gravity {
      for item in requirements.items("volumes") {
        guard let node = item.fields["path"], let path = node.string, path.utf8.contains(where: "*?[".utf8.contains)
        else {
          continue
        }
        findings.add(
          at: node, in: requirements.text, "Gravity looks for a volume of just this name",
          help: "write a volume for each path")
      }
    }
  }
}
