enum PartEncoding: LintRule {
  static let id = "part-encoding"
  static let severity = LintSeverity.warning
  static let summary = "A part's encoding is not as it should be"
  static let why: Prose = """
    Base64 that lacks its end, or has characters that are none of it, was most often cut or edited by hand. Compressed
    data under a text type is not decompressed by cloud-init.
    """
  static let bad = """
    MIME-Version: 1.0
    Content-Type: text/x-shellscript
    Content-Transfer-Encoding: base64

    IyEvYmluL3NoCg
    """
  static let good = """
    MIME-Version: 1.0
    Content-Type: text/x-shellscript
    Content-Transfer-Encoding: base64

    IyEvYmluL3NoCg==
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for warning in input.parts.flatMap(\.part.warnings) {
      let isOthers =
        [
          .launchIndex(at: warning.origin), .garbledByCloudInit(at: warning.origin),
          .takenForMessage(at: warning.origin),
        ]
        .contains(warning)
      if !isOthers { findings.add(at: warning.origin, warning.message, help: "encode the part anew") }
    }
  }
}
