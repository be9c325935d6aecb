enum RamWholeSize: LintRule {
  static let id = "ram-whole-size"
  static let severity = LintSeverity.advice
  static let summary = "No machine of a round size has all of it"
  static let why: Prose = """
    The kernel keeps some memory for itself, so that a machine with 8 GiB has a little less and Gravity fails it for 8GiB.
    8GB, in powers of 1000, is what such a machine has; bringup only warns where nothing but the kernel's share is missing.
    """
  static let bad = GravityManifestInvalid.manifest("ram: {min: 8GiB}")
  static let good = GravityManifestInvalid.manifest("ram: {min: 8GB}")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements {
      guard let node = requirements.fields["ram"]?.fields?["min"], let text = node.string,
        let size = ByteCount(parsing: text), size.bytes > 0, size.bytes.isMultiple(of: 1 << 30)
      else { continue }
      findings.add(
        at: node, in: requirements.text, "a machine with \(size.bytes >> 30) GiB has a little less than that",
        help: "write \(size.bytes >> 30)GB, in powers of 1000")
    }
  }
}
