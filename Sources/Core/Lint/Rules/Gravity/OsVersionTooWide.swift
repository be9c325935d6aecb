enum OsVersionTooWide: LintRule {
  static let id = "os-version-too-wide"
  static let severity = LintSeverity.warning
  static let summary = "A version also stands for others that begin like it"
  static let why: Prose = """
    Gravity compares the beginnings of texts: 7.1 also takes in 7.10, and 1 takes in 16.04. bringup compares number by number,
    so that both come to different answers. Write the next number as well, or all versions that are meant.
    """
  static let bad = GravityManifestInvalid.manifest("os: [{name: rhel, versions: [\"8.1\"]}]")
  static let good = GravityManifestInvalid.manifest("os: [{name: rhel, versions: [\"8.2\"]}]")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements where requirements.reader == .gravity {
      for item in requirements.items("os") {
        for node in item.fields["versions"]?.items ?? [] {
          guard let version = node.string, isTooWide(version) else { continue }
          findings.add(
            at: node, in: requirements.text,
            "\(Printable.quote(version)) also stands for \(version)0 and all that begin so",
            help: "write the versions that are meant, one by one")
        }
      }
    }
  }

  /// No system gets to 20 of anything, so that only a 1 at the end begins another number.
  private static func isTooWide(_ version: String) -> Bool {
    let numbers = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.last?.elementsEqual("1".utf8) ?? false
  }
}
