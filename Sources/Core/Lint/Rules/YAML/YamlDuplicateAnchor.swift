enum YamlDuplicateAnchor: LintRule {
  static let id = "yaml-duplicate-anchor"
  static let severity = LintSeverity.error
  static let summary = "Two anchors have one name"
  static let why: Prose = """
    YAML allows to give a name (&name) away twice, and most programs take the last one. PyYAML, which cloud-init reads with,
    does not, and the whole part is dropped.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/a.conf
        content: &text "a\\n"
      - path: /etc/b.conf
        content: &text "b\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/a.conf
        content: &text "a\\n"
      - path: /etc/b.conf
        content: *text
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for (error, problem) in input.yamlErrors {
      guard case .duplicateAnchor = problem else { continue }
      let length = input.sources.map { $0.widthOfWord(at: error.origin) }.max() ?? 0
      findings.add(
        at: error.origin, length: length, "\(problem.sentence.prefix { $0 != ";" })",
        help: "give this one another name, for the whole text is dropped until then")
    }
  }
}
