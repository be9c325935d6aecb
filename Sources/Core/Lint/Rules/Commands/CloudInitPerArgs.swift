enum CloudInitPerArgs: LintRule {
  static let id = "cloud-init-per-args"
  static let severity = LintSeverity.error
  static let summary = "cloud-init-per is called with the wrong arguments"
  static let why: Prose = """
    cloud-init-per takes how often (once, instance or always), a name of your choice, and the command. Where the name is
    left out, the command's own name is taken for it, and its first argument is run: cloud-init-per once rm -f /x runs -f.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - [cloud-init-per, once, rm, -f, /etc/motd]
    """
  static let good = """
    #cloud-config
    bootcmd:
      - [cloud-init-per, once, remove-motd, rm, -f, /etc/motd]
    """

  private static let frequencies = ["once", "instance", "always"]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for shell in part.shells {
        for command in shell.shell.commands { check(command, in: shell, &findings) }
      }
    }
  }

  private static func check(_ command: ShellCommand, in shell: LintShell, _ findings: inout LintFindings) {
    let start = command.words.first.map { shell.shell.text(of: $0) } == "sudo" ? 1 : 0
    guard command.words.count > start,
      LintProgram.baseName(shell.shell.text(of: command.words[start])) == "cloud-init-per"
    else { return }
    let words = shell.shell.texts(of: command.words)
    let arguments = words[(start + 1)...]
    let help = "write cloud-init-per once NAME COMMAND"
    if arguments.count < 3 {
      findings.add(
        at: command.words[start].range, in: shell,
        "cloud-init-per has \(arguments.count) arguments, wanted at least 3", help: help)
    } else if !frequencies.contains(words[start + 1]), command.words[start + 1].form != .expanded {
      findings.add(
        at: command.words[start + 1].range, in: shell,
        "\(Printable.quote(words[start + 1])) is not how often; wanted once, instance or always", help: help)
    } else if words[start + 3].utf8.first == UInt8(ascii: "-") {
      findings.add(
        at: command.words[start + 3].range, in: shell, "cloud-init-per takes an option for the command to run",
        help: help)
    }
  }
}
