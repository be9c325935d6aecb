enum WfEntryType: LintRule {
  static let id = "wf-entry-type"
  static let severity = LintSeverity.error
  static let summary = "write_files is no list of mappings with a path"
  static let why: Prose = """
    write_files is a list, each item of it a mapping, and each path a text. At anything else cloud-init stops, and writes
    none of the entries behind; often none at all.
    """
  static let bad = """
    #cloud-config
    write_files:
      path: /etc/motd
      content: "hello\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/motd
        content: "hello\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      if let entry = part.mapping?.entry("write_files"), !isListOrEmpty(entry.value) {
        findings.add(
          at: entry.key, in: part.text, "write_files is \(entry.value.kind), so that no file is written",
          help: "write a list: put \"- \" before each entry")
      }
      for file in part.files { check(file, of: part, &findings) }
    }
  }

  private static func isListOrEmpty(_ node: YAMLNode) -> Bool {
    switch node.value {
    case .sequence: true
    case .string, .binary, .mapping, .set: !node.isTrue
    case .null, .bool, .int, .float, .timestamp: false
    }
  }

  private static func check(_ file: LintFile, of part: LintPart, _ findings: inout LintFindings) {
    guard file.fields != nil else {
      return findings.add(
        at: file.node, in: part.text, "the entry is \(file.node.kind), at which cloud-init stops",
        help: "write a mapping with a path")
    }
    guard let path = file["path"], path.isTrue else { return }
    switch path.value {
    case .string, .binary: return
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      findings.add(
        at: path, in: part.text, "path is \(path.kind), at which cloud-init stops", help: "write an absolute path")
    }
  }
}
