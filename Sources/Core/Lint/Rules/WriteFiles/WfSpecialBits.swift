enum WfSpecialBits: LintRule {
  static let id = "wf-special-bits"
  static let severity = LintSeverity.warning
  static let summary = "A set-user-ID or set-group-ID bit is lost before cloud-init 25.3"
  static let why: Prose = """
    Linux takes these bits off a file that gets another owner, and cloud-init before 25.3 sets the owner after the mode: of
    4755 only 0755 is left. Set the bit by a command behind it, or leave the owner alone with owner: "".
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: "4755"
        encoding: b64
        content: f0VMRgo=
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: "0755"
        encoding: b64
        content: f0VMRgo=
    runcmd:
      - chmod 4755 /usr/local/bin/hello
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    guard input.assumptions.cloudInit.value < CloudInitVersion(25, 3) else { return }
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["permissions"], case .set(let mode) = file.mode, mode.bits & 0o6000 != 0,
          !isTrap(node), file.owner != .unchanged
        else { continue }
        findings.add(
          at: node, in: part.text, "of the mode \(mode) only \(FileMode(mode.bits & 0o1777)) is left",
          help: "set it by a command of runcmd", assuming: [.cloudInit])
      }
    }
  }

  /// A decimal number, whose bits nobody meant.
  private static func isTrap(_ node: YAMLNode) -> Bool {
    if case .int(.small(let number)) = node.value { node.isDecimal(number) } else { false }
  }
}
