enum ScriptOrderNodeup: LintRule {
  static let id = "script-order-nodeup"
  static let severity = LintSeverity.warning
  static let summary = "A script runs on the wrong side of kops' own"
  static let why: Prose = """
    Scripts run in the order of their names, not of the list, and kops' own is called nodeup.sh. What nodeup or its services
    are to read has to be there before, in a script such as 10-setup.sh; kubectl, crictl and the services are there only
    after it.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: setup.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            mkdir -p /etc/systemd/system/kops-configuration.service.d/
            printf '[Service]\\nTimeoutSec=infinity\\n' > /etc/systemd/system/kops-configuration.service.d/10-time.conf
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-setup.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            mkdir -p /etc/systemd/system/kops-configuration.service.d/
            printf '[Service]\\nTimeoutSec=infinity\\n' > /etc/systemd/system/kops-configuration.service.d/10-time.conf
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.group?.hasNodeup == true else { return }
    for part in input.scripts where !part.name.description.utf8.elementsEqual("nodeup.sh".utf8) {
      for shell in part.shells {
        for program in shell.programs { check(program, in: shell, isEarly: part.runsBeforeNodeup, &findings) }
      }
    }
  }

  private static func check(
    _ program: LintProgram, in shell: LintShell, isEarly: Bool, _ findings: inout LintFindings
  ) {
    let setting = program.command.setting
    if isEarly {
      // In a loop it waits, and in the background it may.
      guard setting.isDisjoint(with: [.looped, .conditional, .background, .function]),
        let word = NodeupPrograms.use(in: program, of: shell.shell)
      else { return }
      findings.add(
        at: word.range, in: shell, "the script runs before nodeup.sh, which brings this",
        help: "give the part a name that sorts after nodeup.sh, such as z-setup.sh, and wait for it there")
    } else {
      let targets = program.command.redirections.filter { $0.operation == .write || $0.operation == .append }
        .map(\.target)
      let words = ["tee", "cp", "mv", "install", "ln"].contains(program.name) ? program.arguments.suffix(1) : []
      for word in targets + words where NodeupPrograms.reads(shell.shell.text(of: word)) {
        findings.add(
          at: word.range, in: shell, "the script runs after nodeup.sh, which is at work with this by then",
          help: "give the part a name that sorts before nodeup.sh, such as 10-setup.sh")
      }
    }
  }
}
