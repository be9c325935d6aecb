enum IncludeFragile: LintRule {
  static let id = "include-fragile"
  static let severity = LintSeverity.error
  static let summary = "An include that fails takes the whole boot with it"
  static let why: Prose = """
    Where an #include cannot be fetched, cloud-init's first stage ends: no part is handled, no key is installed,
    nodeup.sh never runs. It is tried ten times, for five seconds each, before DNS may be there.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: a.txt
          type: text/x-include-url
          content: |
            https://example.com/setup.sh
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
            curl --retry 20 --retry-all-errors -o /run/setup https://example.com/setup.sh && sh /run/setup
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.parts where part.type == .includeURL || part.type == .includeOnceURL {
      findings.add(
        at: part.text.origin(at: .start), "one URL that cannot be fetched ends the boot before anything is done",
        help: "fetch it in a script, with retries", severity: input.group == nil ? .warning : nil)
    }
  }
}
