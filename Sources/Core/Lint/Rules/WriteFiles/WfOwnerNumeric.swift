enum WfOwnerNumeric: LintRule {
  static let id = "wf-owner-numeric"
  static let severity = LintSeverity.error
  static let summary = "An owner that is a number, or no text, ends write_files"
  static let why: Prose = """
    cloud-init looks up an owner's name and knows no numbers: "1000:1000" is the user called 1000. It stops there, and
    writes none of the entries behind. Without quotes, 33:33 is even the number 2013.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /srv/data
        owner: "1000:1000"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /srv/data
        owner: www-data:www-data
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["owner"], node.isTrue, let found = found(node, file.owner) else { continue }
        findings.add(
          at: node, in: part.text, "owner is \(found), at which cloud-init stops: no entry behind it is written",
          help: "write names, such as www-data:www-data")
      }
    }
  }

  private static func found(_ node: YAMLNode, _ owner: OwnerRequest?) -> String? {
    guard case .string = node.value else { return node.kind }
    for account in [owner?.user, owner?.group] {
      if case .id = account { return "a number" }
    }
    return nil
  }
}
