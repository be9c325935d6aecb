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
    guard input.cloudConfigs.contains(where: { !$0.files.isEmpty }) else { return }
    let accounts = ImageAccounts(input)
    for part in input.cloudConfigs {
      for file in part.files where !file.isDeferred {
        guard let node = file["owner"], case .string = node.value else { continue }
        check(file, node, of: part, accounts, &findings)
      }
    }
  }

  private static func check(
    _ file: LintFile, _ node: YAMLNode, of part: LintPart, _ accounts: ImageAccounts, _ findings: inout LintFindings
  ) {
    for account in [file.owner?.user, file.owner?.group] {
      guard case .name(let name) = account else { continue }
      switch accounts.presence(of: name) {
      case .there: continue
      case .later:
        let canMend = file["defer"] == nil
        return findings.add(
          at: node, in: part.text,
          "\(Printable.quote(name)) is made when the files are written: cloud-init stops at this entry",
          help: "write defer: true",
          fix: canMend ? [file.inserting("defer: true", before: "owner", in: part.text)] : [])
      case .unknown:
        return findings.add(
          at: node, in: part.text,
          "\(Printable.quote(name)) may not be there when files are written: cloud-init would stop at this entry",
          help: "write defer: true, unless the image has it", assuming: [.image], severity: .warning)
      }
    }
  }
}
