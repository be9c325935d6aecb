enum WarmpoolLongScript: LintRule {
  static let id = "warmpool-long-script"
  static let severity = LintSeverity.warning
  static let summary = "A long script of a warm pool is stopped half-way"
  static let why: Prose = """
    An instance of a warm pool is stopped as soon as nodeup is ready, scripts that still run or not, and cloud-init does not
    run them again when it starts. What takes long belongs into the image, into a script that runs before nodeup.sh, or
    into a unit that starts at each boot.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      warmPool: {minSize: 1}
      additionalUserData:
        - name: tools.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            apt-get install -y linux-headers-cloud-amd64
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      warmPool: {minSize: 1}
      additionalUserData:
        - name: 10-tools.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            apt-get install -y linux-headers-cloud-amd64
    """

  /// Programs that take long, and the argument by which they do; none where they always may.
  private static let programs: [String: [String]] = [
    "docker": ["pull", "build"], "crictl": ["pull"], "ctr": ["pull"], "nerdctl": ["pull"], "make": [], "dkms": [],
    "apt-get": ["install", "upgrade"], "apt": ["install", "upgrade"], "yum": ["install", "update"],
    "dnf": ["install", "update"], "curl": [], "wget": [], "pip": ["install"], "pip3": ["install"], "aws": ["s3"],
    "mkfs.ext4": [], "dd": [],
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard let group = input.group, group.hasWarmPool else { return }
    for part in input.parts where part.type == .cloudConfig || part.type == .shellScript && !part.runsBeforeNodeup {
      for shell in part.shells where shell.kind != .bootcmd {
        guard let program = shell.programs.first(where: { takesLong($0, shell.shell) }) else { continue }
        findings.add(
          at: program.word.range, in: shell, "\(program.name) may still run when the instance is stopped for the pool",
          help: "do it in the image, or in a script whose name sorts before nodeup.sh")
      }
    }
  }

  private static func takesLong(_ program: LintProgram, _ shell: ShellText) -> Bool {
    guard let words = programs[program.name] else { return false }
    return words.isEmpty || program.arguments.contains { words.contains(shell.text(of: $0)) }
  }
}

extension LintGroup {
  /// By its own field, or by the cluster's; a pool of no instances is none.
  fileprivate var hasWarmPool: Bool {
    guard let pool = (spec?["warmPool"] ?? cluster?["warmPool"])?.fields else { return false }
    if case .int(.small(0)) = pool["maxSize"]?.value { return false }
    return field("role") == nil || field("role") == "Node"
  }
}
