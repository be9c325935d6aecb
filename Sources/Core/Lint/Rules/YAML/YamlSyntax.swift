enum YamlSyntax: LintRule {
  static let id = "yaml-syntax"
  static let severity = LintSeverity.error
  static let summary = "A text is not the YAML that cloud-init reads"
  static let why: Prose = """
    cloud-init drops a configuration that its reader, PyYAML, stops at, or that is no mapping, with one line in its log:
    nothing of the part happens. Often a command begins with a character that YAML has other uses for, or holds a colon
    and a blank; put such a text in quotes. kops refuses a manifest that is no YAML.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - [ -f /etc/motd ] && date
    """
  static let good = """
    #cloud-config
    runcmd:
      - "[ -f /etc/motd ] && date"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for (error, problem) in input.yamlErrors where !isOthers(problem) {
      findings.add(at: error.origin, problem.sentence, help: help)
    }
    for part in input.parts where part.type == .cloudConfig {
      guard case .broken(let error) = part.document, case .document(let problem) = error.problem else { continue }
      let isHarmless = problem == .empty
      findings.add(
        at: error.origin, problem.sentence, help: isHarmless ? "take the part out" : "write keys such as bootcmd",
        severity: isHarmless ? .warning : nil)
    }
  }

  private static let help = "mend it, for the whole text is dropped until then"

  /// Whether a rule of its own tells it.
  private static func isOthers(_ problem: YAMLProblem) -> Bool {
    switch problem {
    case .tab, .unknownTag, .duplicateAnchor: true
    case .notUTF8, .unprintable, .byteOrderMark, .indicator, .unopenedBracket, .questionMark, .tagEnd,
      .blockScalarHeader, .directiveName, .secondVersion, .noDocumentStart, .syntax, .otherSyntax, .secondDocument,
      .undefinedAlias, .recursiveAlias, .tooDeep, .tooManyNodes, .tooManyTagDirectives, .tagOfOtherKind, .notA,
      .tooManyDigits, .specialValue,
      .unhashableKey, .mergeOf, .notAPair:
      false
    }
  }
}
