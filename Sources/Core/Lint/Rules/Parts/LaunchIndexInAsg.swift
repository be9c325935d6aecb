enum LaunchIndexInAsg: LintRule {
  static let id = "launch-index-in-asg"
  static let severity = LintSeverity.warning
  static let summary = "A launch index leaves the part out on other instances"
  static let why: Prose = """
    On EC2 cloud-init drops a part whose launch index is not the instance's, which counts within one request. Instances
    that a scaling group starts have an index of 0, or of whatever the batch gives them.
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
            launch-index: 1
            runcmd: [date]
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            runcmd: [date]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      if let entry = part.type == .cloudConfig ? part.mapping?.entry("launch-index") : nil {
        findings.add(at: entry.key, in: part.text, sentence, help: help)
      }
      for warning in part.part.warnings where warning == .launchIndex(at: warning.origin) {
        findings.add(at: warning.origin, sentence, help: help)
      }
    }
  }

  private static let sentence = "nodes with another launch index go without the part"
  private static let help = "take it out, and ask for what differs in the part itself"
}
