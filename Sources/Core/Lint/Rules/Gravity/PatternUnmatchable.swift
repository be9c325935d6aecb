enum PatternUnmatchable: LintRule {
  static let id = "pattern-unmatchable"
  static let severity = LintSeverity.warning
  static let summary = "A pattern matches nothing that there can be"
  static let why: Prose = """
    The name of an operating system is the ID of os-release: small letters, digits, and . _ - alone, so that Red Hat is none.
    In a path, a class whose range runs backwards, such as [9-0], holds no character.
    """
  static let bad = GravityManifestInvalid.manifest("os: [{name: Red Hat, versions: [\"8\"]}]")
  static let good = GravityManifestInvalid.manifest("os: [{name: rhel, versions: [\"8\"]}]")

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for requirements in input.requirements {
      for item in requirements.items("os") {
        guard let node = item.fields["name"], let name = node.string, cannotBeID(name) else { continue }
        findings.add(
          at: node, in: requirements.text, "no system has an ID like \(Printable.quote(name))",
          help: "write the ID of its os-release, such as rhel")
      }
      for item in requirements.items("devices") + requirements.items("volumes") {
        guard let node = item.fields["path"], let path = node.string, holdsBackwardRange(Array(path.utf8)) else {
          continue
        }
        findings.add(
          at: node, in: requirements.text, "a class of \(Printable.quote(path)) runs backwards and holds no character",
          help: "write the lower end first, as in [0-9]")
      }
    }
  }

  private static func cannotBeID(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ",") }
  }

  /// Whether a class in brackets has a range that ends below its start, and nothing else.
  private static func holdsBackwardRange(_ path: [UInt8]) -> Bool {
    path.indices.contains { index in
      index + 4 < path.count && path[index] == UInt8(ascii: "[") && path[index + 2] == UInt8(ascii: "-")
        && path[index + 4] == UInt8(ascii: "]") && path[index + 1] > path[index + 3]
        && path[index + 1] != UInt8(ascii: "\\")
    }
  }
}
