enum WfDuplicatePath: LintRule {
  static let id = "wf-duplicate-path"
  static let severity = LintSeverity.warning
  static let summary = "A file is written twice, and only the last content stays"
  static let why: Prose = """
    Entries are written in their order, those with defer last. One with the path of an earlier one overwrites it, unless
    it says append.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/motd
        content: "hello\\n"
      - path: /etc/motd
        content: "goodbye\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/motd
        content: "hello\\n"
      - path: /etc/motd
        append: true
        content: "goodbye\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for list in input.fileLists {
      var written: Set<AbsolutePath> = []
      for (part, file) in list {
        guard let path = file.absolutePath, let node = file["path"] else { continue }
        if !written.insert(path).inserted, !file.isAppended {
          findings.add(
            at: node, in: input.parts[part].text, "this entry overwrites an earlier one with the same path",
            help: "put both into one, or write append: true")
        }
      }
    }
  }
}
