enum GceStartupScript: LintRule {
  static let id = "gce-startup-script"
  static let severity = LintSeverity.error
  static let summary = "As a startup script on GCE, user-data is run by bash as a whole"
  static let why: Prose = """
    With useStartupScript kops puts the same MIME message into startup-script, which the guest agent has bash run: its
    headers are no commands, so the node never joins. Without additional user-data it would be a script.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: Cluster
    metadata: {name: demo.example.com}
    spec:
      cloudProvider:
        gce: {project: demo, useStartupScript: true}
    ---
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - {name: 10-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: Cluster
    metadata: {name: demo.example.com}
    spec:
      cloudProvider:
        gce: {project: demo}
    ---
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - {name: 10-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard let group = input.group, !group.entries.isEmpty, let key = group.userDataKey,
      case .bool(true) = group.cluster?["cloudProvider"]?.fields?["gce"]?.fields?["useStartupScript"]?.value
    else { return }
    findings.add(
      at: key, in: group.text, "the cluster's useStartupScript has bash run the message, which is no script",
      help: "take useStartupScript out of the cluster, or go without additional user-data")
  }
}
