enum BoundaryInContent: LintRule {
  static let id = "boundary-in-content"
  static let severity = LintSeverity.error
  static let summary = "A line of a part is kops' own boundary"
  static let why: Prose = """
    kops joins the parts with lines of --MIMEBOUNDARY and does not look if one is in a part. Such a line ends the part
    there; the rest becomes a part of its own, which is dropped.
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
            #!/bin/sh
            cat <<EOF
            --MIMEBOUNDARY
            EOF
    """
  static let good = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            cat <<EOF
             -MIMEBOUNDARY
            EOF
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for entry in input.group?.entries ?? [] {
      guard let content = entry.content else { continue }
      for line in content.lines where content.bytes(of: line).starts(with: "--MIMEBOUNDARY".utf8) {
        findings.add(
          at: content.origin(at: Position(line: line.number, column: 1)),
          "the line ends the part, as kops joins parts with it",
          help: "write the line otherwise, e.g. with printf")
      }
    }
  }
}
