enum BootcmdNeedsUser: LintRule {
  static let id = "bootcmd-needs-user"
  static let severity = LintSeverity.warning
  static let summary = "bootcmd needs a user that cloud-init creates later"
  static let why: Prose = """
    cloud-init makes users and groups after bootcmd, the image's own default user as well: on the first boot su, sudo -u and
    chown do not know them yet.
    """
  static let bad = """
    #cloud-config
    users:
      - name: app
    bootcmd:
      - chown app /srv
    """
  static let good = """
    #cloud-config
    users:
      - name: app
    runcmd:
      - chown app /srv
    """

  /// The users that images leave to cloud-init.
  private static let defaults: Set<String> = ["admin", "debian", "ubuntu", "ec2-user", "centos", "rocky", "core"]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    let shells = input.cloudConfigs.flatMap(\.shells).filter { $0.kind == .bootcmd }
    guard !shells.isEmpty else { return }
    let later = defaults.union(input.cloudConfigs.flatMap { names(in: $0.mapping?["users"]) })
    for shell in shells {
      for program in shell.programs {
        guard let word = user(of: program, shell.shell), later.contains(name(shell.shell.text(of: word))) else {
          continue
        }
        findings.add(
          at: word.range, in: shell, "the user is created only after bootcmd has run",
          help: "do it in runcmd or a script")
      }
    }
  }

  private static func names(in node: YAMLNode?) -> [String] {
    guard case .sequence(let items) = node?.value else { return [] }
    return items.compactMap { item in
      if case .mapping(let fields) = item.value { return fields["name"]?.string }
      return item.string
    }
  }

  /// The word that names a user.
  private static func user(of program: LintProgram, _ shell: ShellText) -> ShellWord? {
    let words = program.command.words
    if let sudo = words.firstIndex(where: { ["sudo", "runuser"].contains(LintProgram.baseName(shell.text(of: $0))) }),
      let option = words[sudo...].firstIndex(where: { shell.text(of: $0) == "-u" }), option + 1 < words.count
    {
      return words[option + 1]
    }
    switch program.name {
    case "chown": return program.arguments.first { shell.bytes[$0.range.lowerBound] != UInt8(ascii: "-") }
    case "su":
      var words = program.arguments[...]
      while let word = words.first, shell.bytes[word.range.lowerBound] == UInt8(ascii: "-") {
        words = words.dropFirst(["-c", "-s", "-g", "-G", "-w"].contains(shell.text(of: word)) ? 2 : 1)
      }
      return words.first
    case _: return nil
    }
  }

  /// `app:app` is about `app`.
  private static func name(_ text: String) -> String {
    String(Substring(text.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") }))
  }
}
