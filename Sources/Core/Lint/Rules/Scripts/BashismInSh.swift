enum BashismInSh: LintRule {
  static let id = "bashism-in-sh"
  static let severity = LintSeverity.warning
  static let summary = "What only bash knows stands in a text for /bin/sh"
  static let why: Prose = """
    On Debian and Ubuntu /bin/sh is dash, which knows no [[, arrays, source, or set -o pipefail. bootcmd and runcmd are
    always run by /bin/sh; a script says by its first line what it is run by.
    """
  static let bad = """
    #!/bin/sh
    if [[ -e /dev/sdb ]]; then
      source /etc/default/disks
    fi
    """
  static let good = """
    #!/bin/sh
    if [ -e /dev/sdb ]; then
      . /etc/default/disks
    fi
    """

  private static let builtins: Set<String> = [
    "declare", "typeset", "let", "pushd", "popd", "shopt", "mapfile", "readarray", "disown",
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.assumptions.image.value.hasDash else { return }
    for part in input.parts {
      for shell in part.shells where shell.dialect == .posix {
        for bashism in shell.shell.bashisms {
          add(bashism.kind.rawValue, bashism.range, in: shell, &findings)
        }
        for program in shell.programs { check(program, in: shell, &findings) }
      }
    }
  }

  private static func check(_ program: LintProgram, in shell: LintShell, _ findings: inout LintFindings) {
    let words = { shell.shell.texts(of: program.arguments) }
    switch program.name {
    case "source":
      add("source", program.word.range, in: shell, &findings, fix: [shell.edit(program.word.range, ".")])
    case "[", "test":
      guard let index = words().firstIndex(of: "==") else { return }
      let range = program.arguments[index].range
      add("== in \(program.name)", range, in: shell, &findings, fix: [shell.edit(range, "=")])
    case "set":
      guard let index = words().firstIndex(of: "pipefail") else { return }
      add("pipefail", program.arguments[index].range, in: shell, &findings)
    case "echo":
      guard let option = program.arguments.first, case let text = shell.shell.text(of: option),
        text == "-e" || text == "-ne"
      else { return }
      add("echo \(text)", option.range, in: shell, &findings)
    case let name where builtins.contains(name): add(name, program.word.range, in: shell, &findings)
    case _: return
    }
  }

  private static func add(
    _ what: String, _ range: Range<Int>, in shell: LintShell, _ findings: inout LintFindings,
    fix: @autoclosure () -> [TextEdit?] = []
  ) {
    let isScript = shell.kind == .script || shell.kind == .boothook
    findings.add(
      at: range, in: shell, "/bin/sh is dash, which does not know \(what)",
      help: isScript ? "begin with #!/bin/bash, or write it for sh" : "write it for sh, or run it by bash -c",
      assuming: [.image], fix: fix())
  }
}
