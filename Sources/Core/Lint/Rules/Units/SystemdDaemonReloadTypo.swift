enum SystemdDaemonReloadTypo: LintRule {
  static let id = "systemd-daemon-reload-typo"
  static let severity = LintSeverity.error
  static let summary = "A misspelt systemctl daemon-reload reloads nothing"
  static let why: Prose = """
    On most images there is a program systemd: it is the manager itself, and says nothing when it is run with words it does
    not know. So systemd daemon-reload fails without a trace, and units written before it are not seen.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - systemd daemon-reload
    """
  static let good = """
    #cloud-config
    bootcmd:
      - systemctl daemon-reload
    """

  private static let misspellings = [
    "deamon-reload", "daemon_reload", "daemonreload", "reload-daemon", "deamon_reload", "daemon-reloads",
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for shell in part.shells {
        for program in shell.programs { check(program, in: shell, &findings) }
      }
    }
  }

  private static func check(_ program: LintProgram, in shell: LintShell, _ findings: inout LintFindings) {
    guard let argument = program.arguments.first else { return }
    let word = shell.shell.text(of: argument)
    let wrong: (word: ShellWord, meant: String)
    if program.name == "systemd", word == "daemon-reload" {
      wrong = (program.word, "systemctl")
    } else if program.name == "systemctl", misspellings.contains(word) {
      wrong = (argument, "daemon-reload")
    } else {
      return
    }
    findings.add(
      at: wrong.word.range, in: shell, "\"\(program.name) \(word)\" does not reload systemd",
      help: "write systemctl daemon-reload", fix: [shell.edit(wrong.word.range, wrong.meant)])
  }
}
