enum PartNameUnclean: LintRule {
  static let id = "part-name-unclean"
  static let severity = LintSeverity.warning
  static let summary = "A part's name holds what cloud-init leaves out of it"
  static let why: Prose = """
    cloud-init makes a file name of a script's name: a slash becomes an underscore, and all but letters, digits and _ -
    . ( ) is left out. Where nothing is left, the script is lost. kops puts the name between quotes into a header
    without looking at it, so a quote or a line break in it breaks the header.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a/b c.sh
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
        - name: a-b-c.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.isWalkedByCloudInit else { return }
    for part in input.parts {
      let name = ScriptName.clean(part.name)
      let isWritten = part.isScript || part.part.declaredType == "text/cloud-boothook"
      if breaksHeader(part.name) {
        findings.add(
          at: part.origin, length: part.nameWidth, "the name holds a quote or a line break, which breaks its header",
          help: "use letters, digits, dashes and dots")
      } else if isWritten, name.isEmpty {
        findings.add(
          at: part.origin, length: part.nameWidth, "nothing is left of the name as a file name, so the part is lost",
          help: "use letters, digits, dashes and dots", severity: .warning)
      } else if isWritten, PartName(name) != part.name {
        findings.add(
          at: part.origin, length: part.nameWidth,
          "the script's file is called \(Printable.quote(name)), not as the part",
          help: "use letters, digits, dashes and dots")
      }
    }
  }

  private static func breaksHeader(_ name: PartName) -> Bool {
    name.codePoints.contains { [0x22, 0x0A, 0x0D].contains($0) }
  }
}
