enum PartNameNodeup: LintRule {
  static let id = "part-name-nodeup"
  static let severity = LintSeverity.error
  static let summary = "A part called nodeup.sh takes the place of kops' own script"
  static let why: Prose = """
    cloud-init writes each script to a file of its part's name, and kops' own part is called nodeup.sh. A later part of that
    name overwrites it: nodeup is never fetched, and the node never joins the cluster.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: nodeup.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: 10-date.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.group != nil else { return }
    for part in input.scripts where ScriptName.clean(part.name) == "nodeup.sh" {
      findings.add(
        at: part.origin, length: part.entry?["name"]?.widthOnFirstLine ?? 0,
        "a script called nodeup.sh overwrites kops' own, so the node never joins",
        help: "give the part another name, such as 10-setup.sh")
    }
  }
}
