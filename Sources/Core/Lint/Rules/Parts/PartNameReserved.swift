enum PartNameReserved: LintRule {
  static let id = "part-name-reserved"
  static let severity = LintSeverity.error
  static let summary = "A script has a name that cloud-init uses itself"
  static let why: Prose = """
    Scripts lie in one directory with the file runcmd, which cloud-init makes of the runcmd list, and the directory
    vendor. A part of such a name is overwritten, or cannot be written; nor can one that is called . or ..
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: runcmd
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
    guard input.isWalkedByCloudInit else { return }
    for part in input.parts where part.isScript {
      let name = ScriptName.clean(part.name)
      guard ["runcmd", "vendor", ".", ".."].contains(name) else { continue }
      findings.add(
        at: part.origin, length: part.nameWidth, "a script cannot be called \(Printable.quote(name)) and run",
        help: "give the part another name, such as 10-setup.sh")
    }
  }
}
