enum PartUnreadable: LintRule {
  static let id = "part-unreadable"
  static let severity = LintSeverity.error
  static let summary = "A part or a source cannot be read"
  static let why: Prose = """
    What cannot be read is dropped by cloud-init, mostly with a line in its log that nobody sees, or refused by kops.
    """
  static let bad = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      additionalUserData:
        - name: ''
          type: text/x-shellscript
          content: |
            #!/bin/sh
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
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    if case .gravity = input.form { return }
    for error in input.failures.flatMap(\.errors) where !isOthers(error.problem) {
      findings.add(at: error.origin, error.problem.sentence, help: "mend it, or take it out")
    }
  }

  /// Whether a rule of its own tells it.
  private static func isOthers(_ problem: UserDataProblem) -> Bool {
    switch problem {
    case .yaml, .blob(.byteOrderMark): true
    case .blob(.manifest(.badType(_, let found))): !found.isEmpty
    case .blob, .document, .unit, .requirement, .preflight, .bundle: InvalidUtf8.isEncoding(problem)
    }
  }
}
