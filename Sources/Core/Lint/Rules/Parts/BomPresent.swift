enum BomPresent: LintRule {
  static let id = "bom-present"
  static let severity = LintSeverity.error
  static let summary = "A byte order mark is before the first line"
  static let why: Prose = """
    Some editors begin a file with the character U+FEFF, which nobody sees. cloud-init then does not know the first
    line, and the kernel does not know a script's #!, so the text is dropped or does not run.
    """
  static let bad = """
    \u{FEFF}#cloud-config
    runcmd: [date]
    """
  static let good = """
    #cloud-config
    runcmd: [date]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts where part.part.content.starts(with: mark) {
      let origin = part.text.origin(at: .start)
      findings.add(at: origin, length: 1, sentence, help: help, fix: [part.source.edit(at: origin, length: 1, "")])
    }
    for error in input.failures.flatMap(\.errors) where error.problem == .blob(.byteOrderMark) {
      let edit = TextEdit(source: error.origin.source, range: 0..<mark.count, replacement: [])
      let origin = Origin(source: error.origin.source, position: .start)
      findings.add(at: origin, length: 1, sentence, help: help, fix: [edit])
    }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let sentence = "a byte order mark (U+FEFF) begins the text, so its first line is not known"
  private static let help = "save the text without one"
}
