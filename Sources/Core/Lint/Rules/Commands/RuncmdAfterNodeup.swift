enum RuncmdAfterNodeup: LintRule {
  static let id = "runcmd-after-nodeup"
  static let severity = LintSeverity.advice
  static let summary = "runcmd runs after kops' own script"
  static let why: Prose = """
    cloud-init makes a script called runcmd of it, and runs scripts in the order of their names: nodeup.sh comes first. By
    then nodeup is at work, and nothing here is sure to be done before it. What has to be goes into bootcmd, a bringup
    document, or a script whose name sorts before nodeup.sh.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            runcmd:
              - modprobe br_netfilter
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-modules.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            modprobe br_netfilter
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard let group = input.group, group.hasNodeup else { return }
    for part in input.cloudConfigs {
      guard let runcmd = part.runcmd, !runcmd.items.isEmpty else { continue }
      findings.add(
        at: runcmd.keyNode, in: part.text, "runcmd runs after nodeup.sh, while nodeup is at work",
        help: "put what has to be done before into bootcmd or a script that sorts before nodeup.sh")
    }
  }
}

extension LintGroup {
  /// A bastion runs no nodeup.
  var hasNodeup: Bool { field("role") != "Bastion" }
}
