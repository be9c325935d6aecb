enum InvalidUtf8: LintRule {
  static let id = "invalid-utf8"
  static let severity = LintSeverity.error
  static let summary = "A text is not UTF-8"
  static let why: Prose = """
    Bytes that are not UTF-8 in a MIME message end cloud-init's first stage: no part is handled, no key is installed,
    nodeup.sh never runs. In a text of its own they lose the part.
    """
  static let bad = """
    MIME-Version: 1.0
    Content-Type: text/x-shellscript
    Content-Transfer-Encoding: base64

    IyEvYmluL3NoCmVjaG8g6QoK
    """
  static let good = """
    MIME-Version: 1.0
    Content-Type: text/x-shellscript
    Content-Transfer-Encoding: base64

    IyEvYmluL3NoCmVjaG8KCg==
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for error in input.failures.flatMap(\.errors) {
      guard isEncoding(error.problem) else { continue }
      findings.add(at: error.origin, length: 1, error.problem.sentence, help: "save the text as UTF-8")
    }
  }

  static func isEncoding(_ problem: UserDataProblem) -> Bool {
    switch problem {
    case .blob(.notUTF8), .blob(.mime(.notUTF8)): true
    case .blob, .yaml, .document, .unit, .requirement, .preflight, .bundle: false
    }
  }
}
