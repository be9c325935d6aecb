enum BootcmdUsesWriteFiles: LintRule {
  static let id = "bootcmd-uses-write-files"
  static let severity = LintSeverity.error
  static let summary = "bootcmd needs a file that write_files has not written yet"
  static let why: Prose = """
    bootcmd runs before write_files. On the first boot the file is not there; on later ones it is, so that the fault comes
    and goes. Let runcmd or a script use the file, or have bootcmd write it itself.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/prepare
        permissions: "0755"
        content: |
          #!/bin/sh
          modprobe br_netfilter
    bootcmd:
      - /usr/local/bin/prepare
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/prepare
        permissions: "0755"
        content: |
          #!/bin/sh
          modprobe br_netfilter
    runcmd:
      - /usr/local/bin/prepare
    """

  /// What reads or changes the files that it is given.
  private static let users: Set<String> = [
    "sh", "bash", "dash", ".", "source", "cat", "cp", "mv", "chmod", "chown", "chgrp", "python3", "perl", "sysctl",
    "modprobe", "gzip", "gunzip", "tar", "base64",
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    var written: Set<[UInt8]> = []
    for part in input.cloudConfigs {
      for file in part.files where !file.addsToFile {
        if let path = file.path { written.insert(Array(path.utf8)) }
      }
    }
    guard !written.isEmpty else { return }
    for part in input.cloudConfigs {
      for shell in part.shells where shell.kind == .bootcmd {
        for program in shell.programs { check(program, in: shell, written, &findings) }
      }
    }
  }

  private static func check(
    _ program: LintProgram, in shell: LintShell, _ written: Set<[UInt8]>, _ findings: inout LintFindings
  ) {
    guard program.command.setting.isDisjoint(with: [.conditional, .function]) else { return }
    var words = (program.name.isEmpty ? [] : [program.word]) + (users.contains(program.name) ? program.arguments : [])
    words += program.command.redirections.filter { $0.operation == .read }.map(\.target)
    for word in words where written.contains(Array(shell.shell.text(of: word).utf8)) {
      findings.add(
        at: word.range, in: shell, "write_files writes the file only after bootcmd has run",
        help: "use it in runcmd or in a script, or write it in bootcmd")
    }
  }
}

extension LintFile {
  /// It adds to a file, which an image may well have.
  fileprivate var addsToFile: Bool {
    if case .bool(true) = self["append"]?.value { true } else { false }
  }
}
