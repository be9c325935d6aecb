enum BootcmdAppendEveryBoot: LintRule {
  static let id = "bootcmd-append-every-boot"
  static let severity = LintSeverity.warning
  static let summary = "bootcmd appends to a file at every boot"
  static let why: Prose = """
    bootcmd runs at each boot, and what it appends is there once more each time. Write the file anew, ask whether the line
    is there, or run the command by cloud-init-per once.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - echo "10.0.0.5 registry" >> /etc/hosts
    """
  static let good = """
    #cloud-config
    bootcmd:
      - grep -q registry /etc/hosts || echo "10.0.0.5 registry" >> /etc/hosts
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      for shell in part.shells where shell.kind == .bootcmd || shell.kind == .boothook {
        // The files that the script has begun anew by then.
        var made: Set<[UInt8]> = []
        for program in shell.programs
        where program.command.setting.isDisjoint(with: [.conditional, .function]) && !program.isOnce {
          check(program, in: shell, made, &findings)
          if !program.command.setting.contains(.looped) { made.formUnion(beginnings(program, shell.shell)) }
        }
      }
    }
  }

  /// The files that a command empties or removes.
  private static func beginnings(_ program: LintProgram, _ shell: ShellText) -> [[UInt8]] {
    let written = program.command.redirections.filter { $0.operation == .write }.map(\.target)
    let arguments = ["rm", "truncate"].contains(program.name) ? program.arguments : []
    return (written + arguments).filter { $0.form != .expanded }.map { Array(shell.text(of: $0).utf8) }
  }

  private static func check(
    _ program: LintProgram, in shell: LintShell, _ made: Set<[UInt8]>, _ findings: inout LintFindings
  ) {
    let isKept = { (path: String) in Self.isKept(path) && !made.contains(Array(path.utf8)) }
    let appended = program.command.redirections.first { $0.operation == .append }
    let isEditor = program.name == "tee" || program.name == "sed"
    let words = isEditor ? shell.shell.texts(of: program.arguments) : []
    let range: Range<Int>
    if let appended, isKept(shell.shell.text(of: appended.target)) {
      range = appended.range
    } else if program.name == "tee", let option = words.firstIndex(where: { ["-a", "--append"].contains($0) }),
      words.contains(where: isKept)
    {
      range = program.arguments[option].range
    } else if program.name == "sed", words.contains(where: { $0.utf8.starts(with: "-i".utf8) }),
      let script = words.firstIndex(where: { $0.utf8.starts(with: "$a".utf8) || $0.utf8.starts(with: "$ a".utf8) }),
      !words.contains(where: { made.contains(Array($0.utf8)) })
    {
      range = program.arguments[script].range
    } else {
      return
    }
    findings.add(
      at: range, in: shell, "each boot appends once more", help: "write the file anew, or ask first whether it is done")
  }

  /// Whether a file outlives a boot and is none that lines are meant to be added to.
  private static func isKept(_ path: String) -> Bool {
    path.utf8.first == UInt8(ascii: "/")
      && !["/run/", "/var/run/", "/dev/", "/proc/", "/sys/", "/tmp/", "/var/log/"].contains {
        path.utf8.starts(with: $0.utf8)
      }
  }
}
