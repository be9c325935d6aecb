enum PartNameDuplicate: LintRule {
  static let id = "part-name-duplicate"
  static let severity = LintSeverity.error
  static let summary = "Two scripts have one file name"
  static let why: Prose = """
    cloud-init writes each script to a file of its part's name, without the characters that it does not allow. Where two
    parts come to one name, the later one overwrites the earlier one, which never runs.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a b.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
        - name: ab.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            uptime
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
        - name: 20-uptime.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            uptime
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.isWalkedByCloudInit else { return }
    var earlier: [String: PartName] = [:]
    for part in input.parts where part.isScript {
      let name = ScriptName.clean(part.name)
      if let other = earlier[name] {
        findings.add(
          at: part.origin, length: part.nameWidth,
          "the script overwrites part \(Printable.quote(other.description)): both are the file \(Printable.quote(name))",
          help: "give one of them another name")
      }
      earlier[name] = part.name
    }
  }
}
