enum WfPathMissing: LintRule {
  static let id = "wf-path-missing"
  static let severity = LintSeverity.warning
  static let summary = "An entry without a path is skipped"
  static let why: Prose = """
    cloud-init passes over an entry that has no path, with a line in its log. Often the path is there under another name, or
    the entry is the rest of one that was taken apart by a - too many.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/motd
      - content: "hello\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/motd
        content: "hello\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files where file.fields != nil && !(file["path"]?.isTrue ?? false) {
        findings.add(at: file.node, in: part.text, "the entry has no path, and is skipped", help: "write its path")
      }
    }
  }
}
