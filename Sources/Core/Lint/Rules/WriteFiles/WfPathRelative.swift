enum WfPathRelative: LintRule {
  static let id = "wf-path-relative"
  static let severity = LintSeverity.warning
  static let summary = "A path that is not absolute, or holds what only a shell replaces"
  static let why: Prose = """
    No shell reads a path: ~ and $HOME stay as they are, and a path that does not begin with a slash is taken from where
    cloud-init happens to run, which is the root directory.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: ~/.bashrc
        content: "umask 077\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /root/.bashrc
        content: "umask 077\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["path"], let path = file.path, let flaw = flaw(of: path) else { continue }
        findings.add(
          at: node, in: part.text, "the path \(Printable.quote(path)) \(flaw)", help: "write the absolute path")
      }
    }
  }

  private static func flaw(of path: String) -> String? {
    let bytes = Array(path.utf8)
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "~") { return "begins with a ~, which no shell replaces" }
    for (index, byte) in bytes.enumerated().dropLast() where byte == UInt8(ascii: "$") {
      let next = bytes[index + 1]
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "_") || ASCII.isAlphanumeric(next) && !ASCII.isDigit(next) {
        return "holds a variable, which no shell replaces"
      }
    }
    return first == UInt8(ascii: "/") ? nil : "is relative, and taken from where cloud-init runs"
  }
}
