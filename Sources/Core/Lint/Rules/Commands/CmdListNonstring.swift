enum CmdListNonstring: LintRule {
  static let id = "cmd-list-nonstring"
  static let severity = LintSeverity.warning
  static let summary = "A member of a list that is no text is written as Python writes it"
  static let why: Prose = """
    cloud-init runs [chmod, 0755, /x] as chmod 493 /x: YAML makes a number of what is not in quotes, and Python prints it in
    its own way. yes becomes True, nothing becomes None, 1:30 becomes 90. Put such members in quotes.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - [chmod, 0755, /usr/local/bin/hello]
    """
  static let good = """
    #cloud-config
    runcmd:
      - [chmod, "0755", /usr/local/bin/hello]
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for commands in part.commands {
        for case .sequence(let arguments) in commands.items.map(\.value) {
          for argument in arguments { check(argument, part.text, &findings) }
        }
      }
    }
  }

  private static func check(_ node: YAMLNode, _ text: LintText, _ findings: inout LintFindings) {
    if findings.isFull { return }
    switch node.value {
    case .string: return
    case .null, .bool, .int, .float, .binary, .timestamp, .sequence, .mapping, .set: break
    }
    guard
      case .success(let bytes) = Result(catching: { () throws(PythonRepr.Fault) -> [UInt8] in
        try PythonRepr.str(node, limit: 1 << 10)
      })
    else { return }
    let result = String(decoding: bytes, as: UTF8.self)
    let written = node.written ?? ""
    guard !written.hasBytes(of: result) else { return }
    let isWord = !written.isEmpty && written.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"\\".utf8.contains($0) }
    findings.add(
      at: node, in: text, "\(node.kind) in a list becomes \(Printable.quote(result))", help: "put it in quotes",
      fix: isWord ? [text.edit(node, "\"\(written)\"")] : [])
  }
}
