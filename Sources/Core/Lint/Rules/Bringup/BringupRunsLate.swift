enum BringupRunsLate: LintRule {
  static let id = "bringup-runs-late"
  static let severity = LintSeverity.warning
  static let summary = "A bringup document is applied only after kops' own script"
  static let why: Prose = """
    As text/x-shellscript a document is a script among others: they run in the order of their names, once, and nodeup.sh
    has started nodeup by then. As text/cloud-boothook it is applied at each boot, before anything of nodeup.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: setup.yaml
          type: text/x-shellscript
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            units:
              kops-configuration.service:
                timeoutSec: infinity
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: setup.yaml
          type: text/cloud-boothook
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            units:
              kops-configuration.service:
                timeoutSec: infinity
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard let group = input.group, group.hasNodeup else { return }
    for part in input.parts where part.type == .bringup && part.isScript && !part.runsBeforeNodeup {
      findings.add(
        at: part.typeOrigin, length: part.typeWidth, "the document is applied after nodeup.sh, and once only",
        help: "declare the type text/cloud-boothook",
        fix: [part.entry.flatMap { entry in entry["type"].flatMap { entry.text.edit($0, "text/cloud-boothook") } }])
    }
  }
}
