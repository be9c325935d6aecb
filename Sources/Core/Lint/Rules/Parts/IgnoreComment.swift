enum IgnoreComment: LintRule {
  static let id = "ignore-comment"
  static let severity = LintSeverity.warning
  static let summary = "A comment that should silence a rule silences none"
  static let why: Prose = """
    The comment is # bringup: ignore, then the rule and, so that the next reader can tell whether it still holds, the
    reason.
    """
  static let bad = """
    #cloud-config
    # bringup: ignore part-encoding
    runcmd: [date]
    """
  static let good = """
    #cloud-config
    # bringup: ignore part-encoding the tool that writes it leaves the padding out
    runcmd: [date]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for source in input.sources {
      for number in input.group?.lines ?? 1...source.lineCount {
        guard let line = source.originalLine(number), let mark = IgnoreMark(line) else { continue }
        check(mark, at: Origin(source: source.name, position: Position(line: number, column: mark.column)), &findings)
      }
    }
  }

  private static func check(_ mark: IgnoreMark, at origin: Origin, _ findings: inout LintFindings) {
    let length = mark.rule.unicodeScalars.count
    if mark.reason.isEmpty {
      findings.add(
        at: origin, length: length, "the comment gives no reason, so it silences nothing",
        help: "write why the finding is put up with, behind the rule's name")
    } else if LintRules.rule(mark.rule) == nil {
      let nearest = Nearest.match(mark.rule, among: LintRules.all.map { $0.id })
      findings.add(
        at: origin, length: length, "no rule is called \(Printable.quote(mark.rule))",
        help: nearest.map { "write \($0)" } ?? "bringup lint --rules lists the rules")
    }
  }
}
