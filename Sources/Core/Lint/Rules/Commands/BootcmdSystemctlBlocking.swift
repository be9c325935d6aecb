enum BootcmdSystemctlBlocking: LintRule {
  static let id = "bootcmd-systemctl-blocking"
  static let severity = LintSeverity.error
  static let summary = "bootcmd waits for a unit that waits for bootcmd"
  static let why: Prose = """
    Most units start after the stage of the boot that bootcmd is part of. systemctl start waits until the unit runs, the
    unit waits until bootcmd is done, and the node hangs for good. With --no-block it starts as soon as it may. hostnamectl
    and its like wait for D-Bus in the same way.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - systemctl restart chrony
    """
  static let good = """
    #cloud-config
    bootcmd:
      - systemctl --no-block restart chrony
    """

  /// try-restart and condrestart leave alone what does not run yet.
  private static let verbs: Set<String> = ["start", "restart", "reload-or-restart", "isolate"]
  private static let busPrograms = ["hostnamectl", "timedatectl", "localectl", "loginctl", "busctl"]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for shell in part.shells where shell.kind == .bootcmd || shell.kind == .boothook {
        for program in shell.programs where !program.command.setting.contains(.background) {
          check(program, in: shell, &findings)
        }
      }
    }
  }

  private static func check(_ program: LintProgram, in shell: LintShell, _ findings: inout LintFindings) {
    if busPrograms.contains(program.name) {
      findings.add(
        at: program.word.range, in: shell, "\(program.name) needs D-Bus, which is not there yet",
        help: "do it in runcmd or a script", severity: .warning)
      return
    }
    guard ["service", "systemctl"].contains(program.name) else { return }
    let words = shell.shell.texts(of: program.arguments)
    if program.name == "service", words.count > 1, verbs.contains(words[1]) {
      findings.add(
        at: program.word.range, in: shell, "service \(words[1]) waits for a unit that waits for bootcmd",
        help: "write systemctl --no-block \(words[1])")
    } else if let verb = words.first(where: { $0.utf8.first != UInt8(ascii: "-") }) {
      let isStart = verbs.contains(verb) || ["enable", "reenable"].contains(verb) && words.contains("--now")
      let units = words.filter { $0.utf8.first != UInt8(ascii: "-") }.dropFirst()
      // systemd's own services start before this stage.
      let isEarly = !units.isEmpty && units.allSatisfy { $0.utf8.starts(with: "systemd-".utf8) }
      guard isStart, !isEarly, !words.contains("--no-block") else { return }
      findings.add(
        at: program.word.range, in: shell, "systemctl \(verb) waits for a unit that waits for bootcmd",
        help: "write systemctl --no-block \(verb)",
        fix: [shell.edit(program.word.range, "\(written(program.word, shell.shell)) --no-block")])
    }
  }

  private static func written(_ word: ShellWord, _ shell: ShellText) -> String {
    String(decoding: shell.bytes[word.range], as: UTF8.self)
  }
}
