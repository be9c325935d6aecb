enum WfAppendNoNewline: LintRule {
  static let id = "wf-append-no-newline"
  static let severity = LintSeverity.warning
  static let summary = "Appended text does not end its line"
  static let why: Prose = """
    cloud-init appends the content as it is: what is appended next, by whomever, goes on in the same line.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/hosts
        append: true
        content: 192.0.2.7 registry.internal
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/hosts
        content: |
          192.0.2.7 registry.internal
        append: true
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      var decoder = FileContent()
      for file in part.files where file.isAppended {
        guard let node = file["content"], let bytes = file.content(&decoder), let last = bytes.last,
          last != UInt8(ascii: "\n")
        else { continue }
        findings.add(
          at: node, in: part.text, "the appended text does not end in a newline", help: "end it with one",
          fix: file["encoding"] == nil ? mend(node, in: part.text) : [])
      }
    }
  }

  /// Text on one line becomes double-quoted; a block loses the `-` that takes its last newline off.
  private static func mend(_ node: YAMLNode, in text: LintText) -> [TextEdit?] {
    guard case .string(let content) = node.value else { return [] }
    switch node.style {
    case .plain, .singleQuoted, .doubleQuoted:
      let isBare = content.utf8.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      let quotes = node.style == .plain ? 0 : 2
      guard isBare, node.widthOnFirstLine == content.utf8.count + quotes else { return [] }
      return [text.edit(node, "\"\(content)\\n\"")]
    case .literal:
      let origin = text.origin(at: node.start)
      guard let start = text.source.offset(of: origin), text.source.bytes[start...].starts(with: "|-".utf8) else {
        return []
      }
      return [text.source.edit(at: origin, length: 2, "|")]
    case .folded, .block, .flow: return []
    }
  }
}
