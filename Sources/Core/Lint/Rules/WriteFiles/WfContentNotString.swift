enum WfContentNotString: LintRule {
  static let id = "wf-content-not-string"
  static let severity = LintSeverity.error
  static let summary = "A content that is no text ends write_files"
  static let why: Prose = """
    A content without quotes may be a number, a boolean, a date or a mapping to YAML. cloud-init stops at such an entry, and
    writes none of those behind. One without a value stops cloud-init before 24.3; later ones write an empty file.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /proc/sys/net/ipv4/ip_forward
        content: 1
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /proc/sys/net/ipv4/ip_forward
        content: "1"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    let takesNothing = input.assumptions.cloudInit.value >= CloudInitVersion(24, 3)
    for part in input.cloudConfigs {
      for file in part.files {
        guard let entry = file.fields?.entry("content") else { continue }
        switch entry.value.value {
        case .string, .binary: continue
        case .null: if !takesNothing { tellNothing(entry, of: part, &findings) }
        case .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
          findings.add(
            at: entry.value, in: part.text,
            "content is \(entry.value.kind), at which cloud-init stops: no entry behind it is written",
            help: "put it in quotes", fix: quoted(entry.value, in: part.text))
        }
      }
    }
  }

  private static func tellNothing(_ entry: YAMLMapping.Entry, of part: LintPart, _ findings: inout LintFindings) {
    findings.add(
      at: entry.key, in: part.text, "content has no value, at which cloud-init stops: no entry behind it is written",
      help: "write content: \"\" for an empty file", assuming: [.cloudInit],
      fix: entry.value.widthOnFirstLine > 0 ? [part.text.edit(entry.value, "\"\"")] : [])
  }

  private static func quoted(_ node: YAMLNode, in text: LintText) -> [TextEdit?] {
    node.written.map { [text.edit(node, "\"\($0)\"")] } ?? []
  }
}
