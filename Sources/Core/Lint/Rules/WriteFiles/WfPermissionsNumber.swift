enum WfPermissionsNumber: LintRule {
  static let id = "wf-permissions-number"
  static let severity = LintSeverity.error
  static let summary = "A mode that is a decimal number is another mode"
  static let why: Prose = """
    permissions: 755 without quotes is the number seven hundred and fifty-five, and cloud-init takes a number as it is: that
    is the mode 01363, not 0755. Text is read as octal; put the mode in quotes.
    """
  static let bad = """
    #cloud-config
    write_files:
      - path: /usr/local/bin/hello
        permissions: 755
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
        guard let node = file["permissions"], case .int(.small(let number)) = node.value, number > 0,
          node.isDecimal(number), ModeRequest.isTrap(number)
        else { continue }
        let isMode = number <= 7777 && !String(number).utf8.contains { $0 > UInt8(ascii: "7") }
        findings.add(
          at: node, in: part.text,
          "the mode \(number) is a decimal number, which is 0\(String(number, radix: 8)) in octal",
          help: "put the mode in quotes: \"0\(number)\"", fix: isMode ? [part.text.edit(node, "\"0\(number)\"")] : [])
      }
    }
  }
}
