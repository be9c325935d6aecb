enum CmdCommentSwallow: LintRule {
  static let id = "cmd-comment-swallow"
  static let severity = LintSeverity.error
  static let summary = "A comment takes in the rest of the command"
  static let why: Prose = """
    Behind a blank, # begins a comment: to YAML in a command without quotes, to the shell in any other. In
    echo a # b > /f the redirection is part of the comment, and a is printed. In a folded text (>) all lines are one, and
    a comment takes in the lines behind it. Where no line of a drop-in of systemd is lost, it is a warning: the comment may
    tell of another command.
    """
  static let bad = """
    #cloud-config
    bootcmd:
      - echo TimeoutSec=infinity # for slow disks >> /run/systemd/system/chrony.service.d/20-wait.conf
    """
  static let good = """
    #cloud-config
    bootcmd:
      # for slow disks
      - echo TimeoutSec=infinity >> /run/systemd/system/chrony.service.d/20-wait.conf
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
    guard case .plain = item.style, case .string(let command) = item.value, item.start.line == item.end.line,
      let behind = text.rest(of: item.end)
    else { return }
    let comment = behind.text.drop { $0 == " " || $0 == "\t" }
    guard comment.first == "#", holdsCommand(Array(String(comment).utf8), of: command) else { return }
    let redirection = command.utf8.contains(UInt8(ascii: ">")) ? nil : lostRedirection(String(comment))
    findings.add(
      at: behind.origin.moved(by: behind.text.count - comment.count), length: comment.count,
      "the comment takes in the rest of the command", help: "put the comment on a line of its own",
      severity: redirection == nil ? .warning : nil,
      fix: redirection.map { [text.source.edit(at: behind.origin, length: behind.text.count, " \($0)")] } ?? [])
  }

  /// What a shell takes for one: in a block of lines a comment ends where it was meant to.
  private static func check(_ comment: Range<Int>, in shell: LintShell, _ findings: inout LintFindings) {
    guard let node = shell.node(at: comment.lowerBound), let command = node.string else { return }
    switch node.style {
    case .folded, .singleQuoted, .doubleQuoted: break
    case .plain, .literal, .block, .flow: return
    }
    guard holdsCommand(Array(shell.shell.bytes[comment]), of: command) else { return }
    findings.add(
      at: comment, in: shell, "the comment takes in the rest of the command",
      help: "write the lines as a block (|), or take the comment out", severity: .warning)
  }

  /// An operator with something behind it, as no sentence has it, and no command of its own before it.
  private static func holdsCommand(_ comment: [UInt8], of command: String) -> Bool {
    let words = comment.split(separator: UInt8(ascii: " "))
    let name = Array(command.utf8.prefix { $0 != UInt8(ascii: " ") })
    for (index, word) in words.enumerated().dropFirst() {
      if word.elementsEqual(name) || word.elementsEqual("echo".utf8) { return false }
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

  /// The redirection to a drop-in of systemd that the comment ends in.
  private static func lostRedirection(_ comment: String) -> Substring? {
    let redirection = comment.utf8.drop { $0 != UInt8(ascii: ">") }
    let path = redirection.drop { $0 == UInt8(ascii: ">") }.drop { $0 == UInt8(ascii: " ") }
    let isPlain = path.allSatisfy { ASCII.isAlphanumeric($0) || "_-./@".utf8.contains($0) }
    guard isPlain, EchoDropIns.dropIn(at: String(Substring(path))) != nil,
      redirection.prefix(while: { $0 == UInt8(ascii: ">") }).count <= 2
    else { return nil }
    return Substring(redirection)
  }
}
