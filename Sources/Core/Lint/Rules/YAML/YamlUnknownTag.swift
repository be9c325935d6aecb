enum YamlUnknownTag: LintRule {
  static let id = "yaml-unknown-tag"
  static let severity = LintSeverity.error
  static let summary = "cloud-init does not know a tag"
  static let why: Prose = """
    A value that begins with an exclamation mark has a tag, as YAML calls it. cloud-init knows those of YAML itself, such
    as !!str and !!binary; any other, of another program or of Python, and it drops the whole part. A text that only
    begins with an exclamation mark belongs in quotes.
    """
  static let bad = """
    #cloud-config
    hostname: !Ref NodeName
    """
  static let good = """
    #cloud-config
    hostname: "!node"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for (error, problem) in input.yamlErrors {
      guard case .unknownTag(let tag) = problem else { continue }
      let length = input.sources.map { $0.widthOfWord(at: error.origin) }.max() ?? 0
      findings.add(
        at: error.origin, length: length,
        "cloud-init does not know the tag \(Printable.quote(tag)), and drops the whole text",
        help: "take it out, or put the value in quotes if it is text")
    }
  }
}
