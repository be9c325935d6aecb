enum CmdItemType: LintRule {
  static let id = "cmd-item-type"
  static let severity = LintSeverity.error
  static let summary = "An item that is no text and no list keeps all commands from running"
  static let why: Prose = """
    cloud-init makes one script of all items. Where one is a number, a boolean or a mapping, it makes none, and not one of
    the commands runs. - echo a: b is a mapping, because of the colon and the blank: put such a command in quotes.
    """
  static let bad = """
    #cloud-config
    runcmd:
      - date
      - echo state: ready
    """
  static let good = """
    #cloud-config
    runcmd:
      - date
      - "echo state: ready"
    """

  static func check(_ input: LintInput, _ findings: inout LintFindings) {
    for part in input.cloudConfigs {
      for commands in part.commands {
        switch commands.node.value {
        case .sequence, .null: break
        case .string, .bool, .int, .float, .binary, .timestamp, .mapping, .set:
          findings.add(
            at: commands.node, in: part.text,
            "\(commands.key) is \(commands.node.kind) and no list, so none of it runs", help: "write a list of commands"
          )
        }
        for item in commands.items { check(item, of: commands.key, part.text, &findings) }
      }
    }
  }

  private static func check(
    _ item: YAMLNode, of key: String, _ text: LintText, _ findings: inout LintFindings
  ) {
    switch item.value {
    case .string, .sequence, .null: return
    case .bool, .int, .float, .binary, .timestamp, .mapping, .set:
      findings.add(
        at: text.origin(at: item.start), length: end(of: item).map { $0.column - item.start.column } ?? 0,
        "the item is \(item.kind), so that no command of \(key) runs", help: "put the command in quotes",
        fix: [quoted(item, text)])
    }
  }

  /// One past the last character of an item on one line, which a mapping in block style may be as well.
  private static func end(of item: YAMLNode) -> Position? {
    var end = item.end
    if case .block = item.style, case .mapping(let mapping) = item.value {
      guard mapping.entries.count == 1, mapping.shadowed.isEmpty, let value = mapping.entries.first?.value else {
        return nil
      }
      switch value.style {
      case .plain, .singleQuoted, .doubleQuoted, .flow: end = value.end
      case .literal, .folded, .block: return nil
      }
    }
    return end.line == item.start.line ? end : nil
  }

  /// The item as it is written, in single quotes. What was written in braces is hardly a command.
  private static func quoted(_ item: YAMLNode, _ text: LintText) -> TextEdit? {
    switch item.style {
    case .plain, .block: break
    case .singleQuoted, .doubleQuoted, .literal, .folded, .flow: return nil
    }
    guard text.isBare(item), let end = end(of: item), let written = text.written(from: item.start, to: end) else {
      return nil
    }
    return text.source.edit(
      from: text.origin(at: item.start), to: text.origin(at: end), YAMLNode.singleQuoted(written))
  }
}
