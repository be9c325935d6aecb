enum ScriptWaitsForNodeup: LintRule {
  static let id = "script-waits-for-nodeup"
  static let severity = LintSeverity.warning
  static let summary = "A script needs what nodeup has not brought yet"
  static let why: Prose = """
    nodeup.sh only starts nodeup and is done: the scripts behind it run at the same time as nodeup, and containerd, kubelet
    and their group or tools may come minutes later. Wait for them in a loop, or run it by ExecStartPost of
    kops-configuration.service.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: pull.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            crictl pull registry.k8s.io/pause:3.9
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: pull.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            until crictl info > /dev/null 2>&1; do sleep 5; done
            crictl pull registry.k8s.io/pause:3.9
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.group?.hasNodeup == true else { return }
    for part in input.parts where part.type == .cloudConfig || part.type == .shellScript && !part.runsBeforeNodeup {
      for shell in part.shells where shell.kind == .runcmd || shell.kind == .script {
        check(shell, &findings)
      }
    }
  }

  /// Up to the first loop, which is taken for one that waits.
  private static func check(_ shell: LintShell, _ findings: inout LintFindings) {
    for program in shell.programs {
      if program.command.setting.contains(.looped) || program.name == "sleep" { return }
      guard program.command.setting.isDisjoint(with: [.conditional, .excused, .function]),
        let word = NodeupPrograms.use(in: program, of: shell.shell)
      else { continue }
      findings.add(
        at: word.range, in: shell, "nodeup is still at work, and may not have brought this yet",
        help: "wait for it in a loop before")
    }
  }
}
