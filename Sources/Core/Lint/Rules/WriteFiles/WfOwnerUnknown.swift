enum WfOwnerUnknown: LintRule {
  static let id = "wf-owner-unknown"
  static let severity = LintSeverity.error
  static let summary = "An owner that is not there yet ends write_files"
  static let why: Prose = """
    Files are written before users and packages are there. At an owner that it cannot find cloud-init stops, and writes
    none of the entries behind. With defer: true an entry is written at the end, when there are. An owner of which only the
    image can tell is a warning.
    """
  static let bad = """
    #cloud-config
    users:
      - name: app
    write_files:
      - path: /srv/app/settings
        owner: app:app
    """
  static let good = """
    #cloud-config
    users:
      - name: app
    write_files:
      - path: /srv/app/settings
        owner: app:app
        defer: true
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    var made: MadeAccounts?
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["owner"], case .string = node.value, let name = missing(file), !file.isDeferred else {
          continue
        }
        let accounts = made ?? MadeAccounts(input)
        made = accounts
        check(file, node, name, isMade: accounts.contain(name), of: part, &findings)
      }
    }
  }

  /// The user, else the group, that the image has not.
  private static func missing(_ file: LintFile) -> String? {
    let owner = file.owner
    for account in [owner?.user, owner?.group] {
      if case .name(let name) = account, !ImageAccounts.contain(name) { return name }
    }
    return nil
  }

  private static func check(
    _ file: LintFile, _ node: YAMLNode, _ name: String, isMade: Bool, of part: LintPart, _ findings: inout LintFindings
  ) {
    guard isMade else {
      return findings.add(
        at: node, in: part.text,
        "\(Printable.quote(name)) may not be there when files are written: cloud-init would stop at this entry",
        help: "write defer: true, unless the image has it", assuming: [.image], severity: .warning)
    }
    findings.add(
      at: node, in: part.text,
      "\(Printable.quote(name)) is made when the files are written: cloud-init stops at this entry",
      help: "write defer: true",
      fix: file["defer"] == nil ? [file.inserting("defer: true", before: "owner", in: part.text)] : [])
  }
}
