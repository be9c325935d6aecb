enum WfFlagNotBoolean: LintRule {
  static let id = "wf-flag-not-boolean"
  static let severity = LintSeverity.warning
  static let summary = "append or defer is neither true nor false"
  static let why: Prose = """
    cloud-init takes true, yes, on and 1 for true and anything else for false, so that append: y overwrites the file.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/hosts
        append: y
        content: "192.0.2.7 registry.internal\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/hosts
        append: true
        content: "192.0.2.7 registry.internal\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        for key in ["append", "defer"] {
          guard let fields = file.fields, let node = fields[key], isNeither(key, in: fields) else { continue }
          findings.add(
            at: node, in: part.text, "\(key) \(node.shown) counts as false", help: "write true or false",
            fix: meaning(of: node).map { [part.text.edit(node, $0)] } ?? [])
        }
      }
    }
  }

  private static func isNeither(_ key: String, in fields: YAMLMapping) -> Bool {
    var diagnosis = Diagnosis.scratch
    _ = FileEntry.decodeFlag(key, in: fields, &diagnosis)
    return !diagnosis.warnings.isEmpty
  }

  private static func meaning(of node: YAMLNode) -> String? {
    guard case .string(let text) = node.value else { return nil }
    switch PythonText.asciiLowered(text) {
    case "y", "t": return "true"
    case "n", "f": return "false"
    case _: return nil
    }
  }
}
