enum BootcmdNull: LintRule {
  static let id = "bootcmd-null"
  static let severity = LintSeverity.warning
  static let summary = "A list of commands, or one of its items, is empty"
  static let why: Prose = """
    bootcmd: or runcmd: with nothing behind it is no list: the module fails, and of two merged parts the later one takes the
    other's commands away. An item with nothing in it is skipped, which cloud-init complains of in bootcmd.
    """
  static let bad = """
    #cloud-config
    bootcmd:
    #  - date
    """
  static let good = """
    #cloud-config
    bootcmd:
      - date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for commands in part.commands {
        if case .null = commands.node.value {
          findings.add(
            at: commands.keyNode, in: part.text, "\(commands.key) has no value, so its module fails",
            help: "take the key out")
        }
        for item in commands.items {
          guard case .null = item.value else { continue }
          findings.add(
            at: part.text.origin(at: item.start), "the item is empty, and is skipped", help: "take it out",
            severity: .advice)
        }
      }
    }
  }
}
