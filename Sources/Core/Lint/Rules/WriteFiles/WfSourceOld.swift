enum WfSourceOld: LintRule {
  static let id = "wf-source-old"
  static let severity = LintSeverity.error
  static let summary = "cloud-init before 24.3 does not fetch a source"
  static let why: Prose = """
    A source with a uri is fetched by cloud-init 24.3 and later. An older one, such as Debian 12's, does not know the key,
    and writes the content, or an empty file where there is none.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/setup
        permissions: "0755"
        source:
          uri: https://example.org/setup
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/setup
        permissions: "0755"
        content: |
          #!/bin/sh
          exec wget -qO - https://example.org/setup | sh
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    let version = input.assumptions.cloudInit.value
    guard version < CloudInitVersion(24, 3) else { return }
    for part in input.cloudConfigs {
      for file in part.files {
        guard let entry = file.fields?.entry("source"), entry.value.isTrue else { continue }
        findings.add(
          at: entry.key, in: part.text,
          "cloud-init \(version) fetches no source, and writes \(file["content"] == nil ? "an empty file" : "content")",
          help: "write the text itself as content, or fetch it in a script", assuming: [.cloudInit])
      }
    }
  }
}
