enum TypeUpstartDead: LintRule {
  static let id = "type-upstart-dead"
  static let severity = LintSeverity.warning
  static let summary = "An upstart job is not handled any more"
  static let why: Prose = """
    kops still takes text/upstart-job, and cloud-init has had no handler for it since 22.2: it warns that the type is
    unknown, and goes on without the part.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.conf
          type: text/upstart-job
          content: |
            start on runlevel [2345]
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            systemctl enable --now --no-block a.service
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts where part.type == .upstartJob {
      findings.add(
        at: part.typeOrigin, length: part.typeWidth, "cloud-init drops parts of type text/upstart-job",
        help: "write a systemd unit with write_files, or a script")
    }
  }
}
