enum CmdListShellSyntax: LintRule {
  static let id = "cmd-list-shell-syntax"
  static let severity = LintSeverity.error
  static let summary = "An operator in a list is an argument like any other"
  static let why: Prose = """
    cloud-init puts each member of a list in quotes, so that a shell sees no operators in it: [echo, x, >, f] prints x > f.
    Nor are parameters and patterns expanded. Write the command as text where a shell is to read it.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - [echo, ready, ">", /run/state]
    """
  static let good = """
    #cloud-config
    runcmd:
      - echo ready > /run/state
    """

  private static let operators = ["&&", "||", "|", ";", ">", ">>", "<", "&", "2>&1", "2>", "&>"]

  /// For these an operator may well be what they are to look for.
  private static let textTools = [
    "grep", "egrep", "fgrep", "sed", "awk", "gawk", "cut", "tr", "sort", "paste", "column", "join", "jq", "yq", "expr",
    "test", "[", "printf", "echo", "find", "xargs",
  ]

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for commands in part.commands {
        for item in commands.items { check(item, part.text, &findings) }
      }
    }
  }

  private static func check(_ item: YAMLNode, _ text: LintText, _ findings: inout LintFindings) {
    guard case .sequence(let arguments) = item.value, let first = arguments.first?.string else { return }
    let texts = arguments.map { $0.string ?? "" }
    let name = LintProgram.baseName(first)
    let hasOperator = texts.indices.contains { isOperator(at: $0, of: texts, name) }
    // What a shell reads from an argument of its own is none of this.
    guard hasOperator || !texts.contains("-c") && !textTools.contains(name) else { return }
    var isMended = false
    for (index, argument) in arguments.enumerated().dropFirst() {
      if isOperator(at: index, of: texts, name) {
        findings.add(
          at: argument, in: text, "\(Printable.quote(texts[index])) is an argument here, not an operator",
          help: "write the command as text, not as a list",
          fix: isMended ? [] : [asText(item, texts, name, text)])
        isMended = true
      } else if !hasOperator, let kind = expansion(texts[index]) {
        findings.add(
          at: argument, in: text, "\(kind) in a list is not expanded",
          help: "write the command as text, not as a list", severity: .warning)
      }
    }
  }

  /// For a tool that works on text only what redirects, and what comes with a file, is taken for an operator.
  private static func isOperator(at index: Int, of texts: [String], _ name: String) -> Bool {
    guard index > 0, operators.contains(texts[index]) else { return false }
    // One character behind an option may well be its value: psql -F "|".
    if texts[index - 1].utf8.first == UInt8(ascii: "-"), texts[index].utf8.count == 1 { return false }
    guard textTools.contains(name) else { return !texts.contains("-c") || index > 3 }
    let redirects = [">", ">>", "2>", "2>&1", "&>"].contains(texts[index])
    return redirects && index > 1 && (index + 1 == texts.count || texts[index + 1].utf8.first == UInt8(ascii: "/"))
  }

  private static func expansion(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.starts(with: "$(".utf8) || bytes.first == UInt8(ascii: "`") { return "a substitution" }
    if let next = bytes.dropFirst().first, bytes.first == UInt8(ascii: "$"),
      ASCII.isAlphanumeric(next) || "{_".utf8.contains(next)
    {
      // A hashed password begins as $6$, $2b$ or $y$ do (crypt(5)).
      let method = bytes.dropFirst().prefix(4).prefix { $0 != UInt8(ascii: "$") }
      let isHash = method.count < 4 && method.allSatisfy { ASCII.isAlphanumeric($0) && ASCII.lowercased($0) == $0 }
      return isHash && bytes.dropFirst(method.count + 1).first == UInt8(ascii: "$") ? nil : "a parameter"
    }
    if bytes.first == UInt8(ascii: "/"), bytes.contains(where: "*?".utf8.contains) { return "a pattern" }
    return nil
  }

  /// The command as one text; nil where something in it would mean more to a shell than it did.
  private static func asText(_ item: YAMLNode, _ texts: [String], _ name: String, _ text: LintText) -> TextEdit? {
    let isSafe = texts.enumerated().allSatisfy { index, word in
      isOperator(at: index, of: texts, name) || !word.isEmpty && word.utf8.allSatisfy(isPlain)
    }
    guard isSafe else { return nil }
    return text.edit(item, YAMLNode.singleQuoted(texts.joined(separator: " ")))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-./:=@%+,".utf8.contains(byte)
  }
}
