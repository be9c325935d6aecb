enum TypeContentMismatch: LintRule {
  static let id = "type-content-mismatch"
  static let severity = LintSeverity.error
  static let summary = "A part's first line is of another type than it declares"
  static let why: Prose = """
    cloud-init looks at the first line of a part only where the type says little. Any other type is believed: a script
    under text/cloud-config is read as YAML, which is a comment and nothing else.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.sh
          type: text/cloud-config
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
        - name: a.sh
          type: text/x-shellscript
          content: |
            #!/bin/sh
            date
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts {
      guard let declared = part.part.declaredType, let found = Sniff.contentType(of: part.part.content),
        !fits(found, declared)
      else { continue }
      findings.add(
        at: part.typeOrigin, length: part.typeWidth,
        "the content is \(found) by its first line, but is handled as \(declared)",
        help: "declare the type \(found), or mend the first line")
    }
  }

  /// Whether the first line is what parts of the type begin with, or another rule's business.
  private static func fits(_ found: String, _ declared: String) -> Bool {
    switch declared {
    case "text/cloud-config": ["text/cloud-config", "text/jinja2"].contains(found)
    case "text/cloud-boothook": ["text/cloud-boothook", "text/x-shellscript"].contains(found)
    case "text/x-include-url", "text/x-include-once-url":
      ["text/x-include-url", "text/x-include-once-url"].contains(found)
    case "text/part-handler", "text/cloud-config-jsonp": found == declared
    default: true
    }
  }
}
