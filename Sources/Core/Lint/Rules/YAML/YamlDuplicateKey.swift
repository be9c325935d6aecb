enum YamlDuplicateKey: LintRule {
  static let id = "yaml-duplicate-key"
  static let severity = LintSeverity.error
  static let summary = "A key stands twice in one mapping"
  static let why: Prose = """
    Of two equal keys the last one counts, and nothing tells that the other's value is lost. Where both were meant, put
    them into one list.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - date
    bootcmd:
      - uptime
    """
  static let good = """
    #cloud-config
    bootcmd:
      - date
      - uptime
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      guard let mapping = part.mapping else { continue }
      // An alias stands for its anchor's node, which is told of once.
      var told: Set<Position> = []
      check(mapping, of: part, &told, &findings)
    }
  }

  private static func check(
    _ mapping: YAMLMapping, of part: LintPart, _ told: inout Set<Position>, _ findings: inout LintFindings
  ) {
    for lost in mapping.shadowed where told.insert(lost.key.start).inserted {
      findings.add(
        at: lost.key, in: part.text, "the key \(lost.key.shown) comes again, so that this value is lost",
        help: "put both into one, or take one out")
    }
    for entry in mapping.entries { check(entry.value, of: part, &told, &findings) }
  }

  /// Recursion ends at ``Limits/yamlDepth``.
  private static func check(
    _ node: YAMLNode, of part: LintPart, _ told: inout Set<Position>, _ findings: inout LintFindings
  ) {
    switch node.value {
    case .mapping(let mapping): check(mapping, of: part, &told, &findings)
    case .sequence(let items): for item in items { check(item, of: part, &told, &findings) }
    case .null, .bool, .int, .float, .string, .binary, .timestamp, .set: return
    }
  }
}
