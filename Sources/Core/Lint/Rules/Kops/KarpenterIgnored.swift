enum KarpenterIgnored: LintRule {
  static let id = "karpenter-ignored"
  static let severity = LintSeverity.error
  static let summary = "Nodes that Karpenter manages get no additional user-data"
  static let why: Prose = """
    For a group with manager: Karpenter kops hands over its own script alone and leaves the additional user-data out, without
    a word. Put what the nodes need into the image, or into a DaemonSet.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      manager: Karpenter
      additionalUserData:
        - {name: 10-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      manager: CloudGroup
      additionalUserData:
        - {name: 10-a.sh, type: text/x-shellscript, content: "#!/bin/sh\\n"}
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard let group = input.group, group.field("manager") == "Karpenter", !group.entries.isEmpty,
      let key = group.userDataKey
    else { return }
    findings.add(
      at: key, in: group.text, "kops leaves the additional user-data of a Karpenter group out",
      help: "put it into the image or a DaemonSet, or have the cloud's own group manage the nodes")
  }
}
