enum CmdCommentSwallow: LintRule {
  static let id = "cmd-comment-swallow"
  static let severity = LintSeverity.error
  static let summary = "A comment takes in the rest of the command"
  static let why: Prose = """
    Behind a blank, # begins a comment: to YAML in a command without quotes, to the shell in any other. In
    echo a # b > /f the redirection is part of the comment, and a is printed. In a folded text (>) all lines are one, and
    a comment takes in the lines behind it.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - echo vm.swappiness=0 # keep it low > /run/sysctl.d/90-swap.conf
    """
  static let good = """
    #cloud-config
    bootcmd:
      # keep it low
      - echo vm.swappiness=0 > /run/sysctl.d/90-swap.conf
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for commands in part.commands {
        for item in commands.items { check(plain: item, part.text, &findings) }
      }
      for shell in part.shells {
        for comment in shell.shell.comments { check(comment, in: shell, &findings) }
      }
    }
  }

  /// What YAML takes for a comment.
  private static func check(plain item: YAMLNode, _ text: LintText, _ findings: inout LintFindings) {
    guard case .plain = item.style, case .string = item.value, item.start.line == item.end.line,
      let behind = text.rest(of: item.end)
    else { return }
    let comment = behind.text.drop { $0 == " " || $0 == "\t" }
    guard comment.first == "#", holdsCommand(Array(String(comment).utf8)) else { return }
    findings.add(
      at: behind.origin.moved(by: behind.text.count - comment.count), length: comment.count,
      "the comment takes in the rest of the command", help: "put the comment on a line of its own",
      fix: mend(behind, String(comment), text))
  }

  /// What a shell takes for one: in a block of lines a comment ends where it was meant to.
  private static func check(_ comment: Range<Int>, in shell: LintShell, _ findings: inout LintFindings) {
    guard let node = shell.node(at: comment.lowerBound) else { return }
    switch node.style {
    case .folded, .singleQuoted, .doubleQuoted: break
    case .plain, .literal, .block, .flow: return
    }
    guard holdsCommand(Array(shell.shell.bytes[comment])) else { return }
    findings.add(
      at: comment, in: shell, "the comment takes in the rest of the command",
      help: "write the lines as a block (|), or take the comment out")
  }

  /// An operator with something behind it, as no sentence has it.
  private static func holdsCommand(_ comment: [UInt8]) -> Bool {
    let words = comment.split(separator: UInt8(ascii: " "))
    for (index, word) in words.enumerated().dropFirst() {
      let next = index + 1 < words.count ? words[index + 1] : []
      if word.elementsEqual("&&".utf8) || word.elementsEqual("||".utf8) { return true }
      if word.elementsEqual(">".utf8) || word.elementsEqual(">>".utf8) { return isFile(next) }
      if word.first == UInt8(ascii: ">"), isFile(word.drop { $0 == UInt8(ascii: ">") }) { return true }
      if word.elementsEqual("|".utf8), next.elementsEqual("tee".utf8) { return true }
    }
    return false
  }

  private static func isFile(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return "/$\"'&.".utf8.contains(first)
  }

  /// Keeps the redirection and drops the comment, where the redirection is all that was lost.
  private static func mend(
    _ behind: (text: Substring.UnicodeScalarView, origin: Origin), _ comment: String, _ text: LintText
  ) -> [TextEdit?] {
    let redirection = comment.utf8.drop { $0 != UInt8(ascii: ">") }
    let path = redirection.drop { $0 == UInt8(ascii: ">") }.drop { $0 == UInt8(ascii: " ") }
    let isPath =
      path.first == UInt8(ascii: "/") && path.allSatisfy { ASCII.isAlphanumeric($0) || "_-./@".utf8.contains($0) }
    guard isPath, redirection.prefix(while: { $0 == UInt8(ascii: ">") }).count <= 2 else { return [] }
    return [text.source.edit(at: behind.origin, length: behind.text.count, " \(Substring(redirection))")]
  }
}
