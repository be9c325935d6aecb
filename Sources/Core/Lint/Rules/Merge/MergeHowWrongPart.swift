enum MergeHowWrongPart: LintRule {
  static let id = "merge-how-wrong-part"
  static let severity = LintSeverity.warning
  static let summary = "Only the first part has a merge_how, where it does nothing"
  static let why: Prose = """
    A merge_how says how its own part is merged onto those before it, and no other part takes it over. In the first part
    it has nothing to do; it belongs in each of the parts behind.
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
            merge_how: "list(append)+dict(no_replace,recurse_list)+str()"
            bootcmd: [date]
        - name: b.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd: [uptime]
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
            bootcmd: [date]
        - name: b.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            merge_how: "list(append)+dict(no_replace,recurse_list)+str()"
            bootcmd: [uptime]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for chain in input.mergedTogether {
      guard chain.count > 1, let first = chain.first, first.saysHowToMerge,
        !chain.dropFirst().contains(where: \.saysHowToMerge)
      else { continue }
      findings.add(
        at: first.mergeOrigin, length: first.mergeWidth,
        "merge_how does nothing in the first part, and no part behind it has one", help: "write it in the parts behind")
    }
  }
}
