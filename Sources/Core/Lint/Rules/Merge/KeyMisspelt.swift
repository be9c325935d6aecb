enum KeyMisspelt: LintRule {
  static let id = "key-misspelt"
  static let severity = LintSeverity.error
  static let summary = "A key that nothing in cloud-init reads"
  static let why: Prose = """
    cloud-init keeps keys that it does not know, and says nothing: what stands under write-files or boot_cmd never happens.
    A key that is like none of cloud-init's is a warning only, for it may be meant for another program.
    """
  static let bad = """
    #cloud-config
    write-files:
      - path: /etc/motd
        content: "hello\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/motd
        content: "hello\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    let others = input.assumptions.image.value == .flatcar ? CloudConfigKeys.ofFlatcar : []
    for part in input.cloudConfigs {
      for entry in part.mapping?.entries ?? [] {
        if findings.isFull { return }
        guard case .string(let key) = entry.key.value, !isPrivate(key),
          ![CloudConfigKeys.known, others].contains(where: { $0.contains { $0.hasBytes(of: key) } })
        else { continue }
        check(entry.key, key, of: part, &findings)
      }
    }
  }

  private static func check(_ node: YAMLNode, _ key: String, of part: LintPart, _ findings: inout LintFindings) {
    let same = CloudConfigKeys.sameLetters(as: key)
    if let meant = same ?? nearest(key) {
      // Of two keys that mean the same, only a person knows which one counts.
      let isOnly = part.mapping?.entries.allSatisfy { entry in
        entry.key.start == node.start || entry.key.string.map { CloudConfigKeys.areSame($0, meant) } != true
      }
      findings.add(
        at: node, in: part.text, "cloud-init has no key \(Printable.quote(key)), and ignores it",
        help: "write \(meant)", fix: same != nil && isOnly == true ? [part.text.edit(node, meant)] : [])
    } else {
      findings.add(
        at: node, in: part.text, "cloud-init has no key \(Printable.quote(key)), and ignores it",
        help: "take it out, unless another program reads it", severity: .warning)
    }
  }

  /// Of short words too many are near to each other.
  private static func nearest(_ key: String) -> String? {
    key.utf8.count < 6 || key.utf8.count > 40 ? nil : Nearest.match(key, among: CloudConfigKeys.known)
  }

  /// Names under which people keep anchors and notes.
  private static func isPrivate(_ key: String) -> Bool {
    ["x-", "x_", ".", "_"].contains { key.utf8.starts(with: $0.utf8) }
  }
}
