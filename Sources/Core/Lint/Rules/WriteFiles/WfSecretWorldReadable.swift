enum WfSecretWorldReadable: LintRule {
  static let id = "wf-secret-world-readable"
  static let severity = LintSeverity.warning
  static let summary = "A file with a key or password can be read by everybody"
  static let why: Prose = """
    Without permissions a file is 0644. One that holds a private key, a password or a token should be 0600, or 0640 for the
    group that needs it.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /etc/agent.conf
        content: |
          api_key = "b3f1c09d77aa41"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /etc/agent.conf
        permissions: "0600"
        content: |
          api_key = "b3f1c09d77aa41"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      var decoder = FileContent()
      for file in part.files {
        guard case .set(let mode) = file.mode, mode.bits & 0o004 != 0, let path = file["path"],
          !(file.path ?? "").utf8.starts(with: "/root/".utf8), let content = file.content(&decoder),
          let secret = Secret.found(in: content)
        else { continue }
        findings.add(
          at: file["permissions"] ?? path, in: part.text,
          "the file holds what looks like \(secret.name), and everybody may read it (\(mode))",
          help: "write permissions: \"0600\"")
      }
    }
  }
}
