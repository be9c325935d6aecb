enum WfTmpPath: LintRule {
  static let id = "wf-tmp-path"
  static let severity = LintSeverity.warning
  static let summary = "A file in /tmp may be cleaned away while the node boots"
  static let why: Prose = """
    systemd clears /tmp early in the boot, or mounts a file system over it, and cloud-init may write before that. Write to
    /run what this boot needs, and to /var/lib or /usr/local what is to stay.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /tmp/setup.sh
        content: "#!/bin/sh\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /run/setup.sh
        content: "#!/bin/sh\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["path"], let path = file.absolutePath, path.text.utf8.starts(with: "/tmp/".utf8) else {
          continue
        }
        findings.add(
          at: node, in: part.text, "the file in /tmp may be gone once the node has booted",
          help: "write it to /run, or to /var/lib if it is to stay")
      }
    }
  }
}
