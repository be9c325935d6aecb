enum MergeHowSyntax: LintRule {
  static let id = "merge-how-syntax"
  static let severity = LintSeverity.error
  static let summary = "A merge_how that cloud-init cannot read"
  static let why: Prose = """
    A merge_how is a text like list(append)+dict(recurse_list), or a list of mappings with a name and settings. cloud-init
    knows dict, list and str. It drops a part whose merge_how is anything else, with a line in its log.
    """
  static let bad = """
    #cloud-config
    merge_how: append
    bootcmd:
      - date
    """
  static let good = """
    #cloud-config
    merge_how:
      - {name: list, settings: [append]}
      - {name: dict, settings: [no_replace, recurse_list]}
    bootcmd:
      - date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      guard case .failure(let problem) = part.mergeStrategy else { continue }
      findings.add(
        at: part.mergeOrigin, length: part.mergeWidth, "\(problem.sentence.prefix { $0 != ";" })",
        help: "write e.g. \"\(MergeHowIneffective.example)\"")
    }
  }
}
