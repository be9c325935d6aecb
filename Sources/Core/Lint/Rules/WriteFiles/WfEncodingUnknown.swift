enum WfEncodingUnknown: LintRule {
  static let id = "wf-encoding-unknown"
  static let severity = LintSeverity.error
  static let summary = "A content is written as it stands, for its encoding is unknown"
  static let why: Prose = """
    cloud-init knows b64 (base64), gz (gzip) and gz+b64, with their long names too, and takes any other encoding for none:
    base64+gz leaves base64 in the file. One that is no text ends write_files.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/motd
        encoding: base64+gz
        content: H4sIAAAAAAAC/8tIzcnJ5wIAIDA6NgYAAAA=
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/motd
        encoding: gz+b64
        content: H4sIAAAAAAAC/8tIzcnJ5wIAIDA6NgYAAAA=
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["encoding"], node.isTrue else { continue }
        check(node, of: part, &findings)
      }
    }
  }

  private static func check(_ node: YAMLNode, of part: LintPart, _ findings: inout LintFindings) {
    switch node.value {
    case .string(let text):
      let word = PythonText.asciiLowered(PythonText.stripped(text))
      if known.contains(where: { $0.hasBytes(of: word) }) { return }
      let isPlain = plain.contains { $0.hasBytes(of: word) }
      let meant = meanings.first { $0.words.contains { $0.hasBytes(of: word) } }?.meant
      findings.add(
        at: node, in: part.text,
        "the encoding \(Printable.quote(text)) is unknown, so that the content is written as it stands",
        help: isPlain ? "take it out" : meant.map { "write \($0)" } ?? "write b64, gz or gz+b64",
        severity: isPlain ? .warning : nil, fix: meant.map { [part.text.edit(node, $0)] } ?? [])
    case .null, .bool, .int, .float, .binary, .timestamp, .sequence, .mapping, .set:
      findings.add(
        at: node, in: part.text, "encoding is \(node.kind), at which cloud-init stops: no entry behind it is written",
        help: "write b64, gz or gz+b64")
    }
  }

  private static let known = [
    "", "text/plain", "b64", "base64", "gz", "gzip", "gz+b64", "gz+base64", "gzip+b64", "gzip+base64",
  ]
  /// What people write for text that stands for itself.
  private static let plain = ["utf-8", "utf8", "ascii", "plain", "text", "none", "raw"]
  private static let meanings: [(words: [String], meant: String)] = [
    (["b64+gz", "b64+gzip", "base64+gz", "base64+gzip", "gzb64", "gz-b64", "gz_b64"], "gz+b64"),
    (["base-64", "base_64", "b-64"], "b64"),
  ]
}
