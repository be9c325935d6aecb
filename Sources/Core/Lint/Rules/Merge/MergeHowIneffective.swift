enum MergeHowIneffective: LintRule {
  static let id = "merge-how-ineffective"
  static let severity = LintSeverity.error
  static let summary = "A merge_how does not add to the lists of earlier parts"
  static let why: Prose = """
    A part's merge_how names a merger for each type. The one for mappings is asked first, for a configuration is a mapping:
    without a dict(...) the whole part is ignored; with replace its keys replace what is there before list(append) is asked;
    without recurse_list its lists are ignored where there is one. A list() without append puts items in the place of
    earlier ones and drops those that are too many.
    """
  static let bad = """
    #cloud-config
    merge_how: "list(append)"
    bootcmd:
      - date
    """
  static let good = """
    #cloud-config
    merge_how: "list(append)+dict(no_replace,recurse_list)+str()"
    bootcmd:
      - date
    """

  /// What people mean in most cases: lists are appended to, and all else stays.
  static let example = "list(append)+dict(no_replace,recurse_list)+str()"

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs where part.saysHowToMerge {
      guard case .success(let strategy) = part.mergeStrategy, let flaw = flaw(of: strategy) else { continue }
      findings.add(
        at: part.mergeOrigin, length: part.mergeWidth, flaw, help: "write e.g. \"\(example)\"",
        fix: mend(strategy, of: part))
    }
  }

  private static func flaw(of strategy: MergeStrategy) -> String? {
    guard let mappings = strategy.mappings else {
      return "merge_how has no dict(...), so that cloud-init ignores the whole part"
    }
    let method = strategy.lists?.listMethod
    let adds = method == .append || method == .prepend
    if mappings.contains(.replace) {
      return adds ? "merge_how has dict(replace), so that the part's lists replace those that are there" : nil
    }
    if mappings.contains(.recurseList) {
      switch method {
      case nil: return "merge_how has no list(...), so that cloud-init ignores the part's lists where there is one"
      case .replace: return "merge_how has list() without append, so that items replace those at the same place"
      case .append, .prepend, .keep: return nil
      }
    }
    return adds || mappings.isEmpty
      ? "merge_how has dict(...) without recurse_list, so that cloud-init ignores the part's lists where there is one"
      : nil
  }

  /// Where nothing is said of mappings, and lists are to be added to, one answer is right.
  private static func mend(_ strategy: MergeStrategy, of part: LintPart) -> [TextEdit?] {
    guard strategy.mappings?.isEmpty ?? true, let node = part.mergeEntry?.value, case .string = node.value else {
      return []
    }
    switch strategy.lists?.listMethod {
    case .append: return [part.text.edit(node, "\"\(example)\"")]
    case .prepend: return [part.text.edit(node, "\"list(prepend)+dict(no_replace,recurse_list)+str()\"")]
    case .replace, .keep, nil: return []
    }
  }
}
