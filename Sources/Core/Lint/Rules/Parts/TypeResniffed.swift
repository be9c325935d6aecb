enum TypeResniffed: LintRule {
  static let id = "type-resniffed"
  static let severity = LintSeverity.warning
  static let summary = "A script's first line makes something else of it"
  static let why: Prose = """
    For text/x-shellscript cloud-init looks at the first line all the same, and believes it more than the type: #cloud-
    config makes a configuration of the script, #include fetches what its lines name.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/x-shellscript
          content: |
            #cloud-config
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
    for part in input.parts where part.statedType == "text/x-shellscript" {
      guard let found = Sniff.contentType(of: part.part.content), found != "text/x-shellscript" else { continue }
      findings.add(
        at: part.typeOrigin, length: part.typeWidth, "by its first line the part is \(found), whatever it declares",
        help: KopsManifest.types.contains(found) ? "declare the type \(found)" : "begin the script with #!/bin/sh")
    }
  }
}
