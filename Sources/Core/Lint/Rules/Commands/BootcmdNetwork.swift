enum BootcmdNetwork: LintRule {
  static let id = "bootcmd-network"
  static let severity = LintSeverity.warning
  static let summary = "bootcmd uses the network before names can be looked up"
  static let why: Prose = """
    bootcmd runs when the link is up but before the network is said to be online: looking up a name may fail, and will do so
    on some boots only. Do it in a script or in runcmd, or try again until it works.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - curl -o /usr/local/bin/agent https://example.org/agent
    """
  static let good = """
    #cloud-config
    runcmd:
      - curl -o /usr/local/bin/agent https://example.org/agent
    """

  private static let programs: Set<String> = [
    "curl", "wget", "aws", "gcloud", "gsutil", "az", "scp", "rsync", "nslookup", "dig", "host",
  ]

  /// Those that use it for what the argument asks.
  private static let commands: [String: [String]] = [
    "apt-get": ["update", "install", "upgrade", "dist-upgrade"], "apt": ["update", "install", "upgrade"],
    "yum": ["install", "update"], "dnf": ["install", "update", "upgrade"], "zypper": ["install", "refresh"],
    "pip": ["install"], "pip3": ["install"], "git": ["clone", "fetch", "pull"], "snap": ["install"],
    "amazon-linux-extras": ["install"], "go": ["get", "install"], "npm": ["install"],
    "docker": ["pull", "run", "build", "login", "push"], "crictl": ["pull"],
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for shell in part.shells where shell.kind == .bootcmd {
        for program in shell.programs where usesNetwork(program, shell.shell) {
          findings.add(
            at: program.word.range, in: shell, "\(program.name) may have no network yet",
            help: "run it in a script or runcmd, or try until it works")
        }
      }
    }
  }

  private static func usesNetwork(_ program: LintProgram, _ shell: ShellText) -> Bool {
    guard program.command.setting.isDisjoint(with: [.looped, .background, .function]) else { return false }
    guard programs.contains(program.name) || commands[program.name] != nil else { return false }
    let words = shell.texts(of: program.arguments)
    if programs.contains(program.name) {
      // Metadata services answer on the link.
      let isLocal = words.contains { word in
        ["169.254.169.254", "localhost", "//127."].contains { PythonText.contains($0, in: word) }
          || word.utf8.starts(with: "127.".utf8)
      }
      let copies = program.name == "rsync" || program.name == "scp"
      return !isLocal && (!copies || words.contains(where: isOfHost))
        && !words.contains { $0.utf8.starts(with: "--retry".utf8) || $0.utf8.starts(with: "--tries".utf8) }
    }
    return commands[program.name].map { wanted in words.contains(where: wanted.contains) } ?? false
  }

  /// `HOST:PATH`
  private static func isOfHost(_ word: String) -> Bool {
    word.utf8.first != UInt8(ascii: "-") && word.utf8.contains(UInt8(ascii: ":"))
  }
}
