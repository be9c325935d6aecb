enum WfPermissionsInvalid: LintRule {
  static let id = "wf-permissions-invalid"
  static let severity = LintSeverity.warning
  static let summary = "Permissions that cloud-init cannot read, or does not set"
  static let why: Prose = """
    permissions is a mode in octal digits. For anything else, u+x or 0999, cloud-init takes 0644; a mode of zero it does
    not set at all, so that a new file has 0644 and an old one what it had.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: u+x
        content: "#!/bin/sh\\n"
    """
  static let good = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: "0755"
        content: "#!/bin/sh\\n"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for file in part.files {
        guard let node = file["permissions"], let flaw = flaw(of: node, isKept: file.isAppended) else { continue }
        findings.add(at: node, in: part.text, flaw, help: "write a mode in octal digits, such as \"0755\"")
      }
    }
  }

  /// Of appended text, a zero is how to keep the mode of the file.
  private static func flaw(of node: YAMLNode, isKept: Bool) -> String? {
    switch node.value {
    case .null: return nil
    case .string(let text):
      switch PythonInteger.octal(text) {
      case .value(let number): return flaw(of: number, isKept: isKept)
      case .huge: return "permissions \(node.shown) is beyond any mode"
      case .malformed: return "permissions \(node.shown) is not octal, so that the mode is 0644"
      }
    case .int(.small(let number)):
      return node.isDecimal(number) && ModeRequest.isTrap(number) ? nil : flaw(of: number, isKept: isKept)
    case .int(.big): return "permissions \(node.shown) is beyond any mode"
    case .float: return "permissions is a number with a fraction, which is dropped"
    case .bool(let flag): return "permissions is a boolean, so that the mode is \(flag ? "0001" : "not set")"
    case .binary, .timestamp, .sequence, .mapping, .set:
      return "permissions is \(node.kind), so that the mode is 0644"
    }
  }

  private static func flaw(of number: Int, isKept: Bool) -> String? {
    if number == 0 { return isKept ? nil : "permissions is zero, so that the mode is not set" }
    return (1...0o7777).contains(number) ? nil : "permissions is beyond any mode"
  }
}
