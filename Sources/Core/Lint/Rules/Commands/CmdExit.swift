enum CmdExit: LintRule {
  static let id = "cmd-exit"
  static let severity = LintSeverity.error
  static let summary = "exit in one item ends all items behind it"
  static let why: Prose = """
    All items of bootcmd, and all of runcmd, are one script. exit ends it, and so does exec: whatever other items, or other
    parts that were merged with this one, ask for is not done, and nothing tells of it.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - test -e /dev/sdb
      - exit 0
      - mkfs.ext4 /dev/sdb
    """
  static let good = """
    #cloud-config
    runcmd:
      - if test -e /dev/sdb; then mkfs.ext4 /dev/sdb; fi
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for shell in part.shells {
        guard let last = shell.programs.last else { continue }
        let end = shell.item(at: last.word.range.lowerBound)
        for command in shell.shell.commands where ends(command, shell.shell) {
          let range = command.words[0].range
          guard shell.item(at: range.lowerBound) < end else { continue }
          let isConditional = command.setting.contains(.conditional)
          findings.add(
            at: range, in: shell,
            "\(shell.shell.text(of: command.words[0])) ends the items behind it, too\(isConditional ? " where it is reached" : "")",
            help: "put the item's commands in parentheses, or go without it",
            severity: isConditional ? .warning : nil)
        }
      }
    }
  }

  private static func ends(_ command: ShellCommand, _ shell: ShellText) -> Bool {
    guard let first = command.words.first, command.setting.isDisjoint(with: [.apart, .function]) else { return false }
    switch shell.text(of: first) {
    case "exit": return true
    // Without a program, exec only redirects.
    case "exec": return command.words.count > 1
    case _: return false
    }
  }
}
