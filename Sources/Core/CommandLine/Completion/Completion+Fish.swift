extension Completion {
  /// For fish's `complete` (complete(1)).
  static var fish: String {
    let names = commandNames.joined(separator: " ")
    var lines = ["# fish completion for bringup", "complete -c bringup -f"]
    for command in CommandTable.commands {
      lines.append(
        "complete -c bringup -n 'not __fish_seen_subcommand_from \(names)' -a \(command.name) "
          + "-d \(fishQuote(command.summary))")
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      let operands = fishCandidates(command.operands.completion)
      if !operands.isEmpty { lines.append("complete -c bringup \(condition)\(operands)") }
      for option in options(of: command) {
        lines.append("complete -c bringup \(condition)\(fishOption(option))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishOption(_ option: OptionDefinition) -> String {
    var text = " -l \(option.name)"
    if let letter = option.letter { text += " -s \(letter)" }
    if case .one(_, let completion) = option.value { text += " -x\(fishCandidates(completion))" }
    return "\(text) -d \(fishQuote(option.summary))"
  }

  private static func fishCandidates(_ completion: Candidates) -> String {
    switch completion {
    case .words(let words): " -a \(fishQuote(words.joined(separator: " ")))"
    case .commands: " -a \(fishQuote(commandNames.joined(separator: " ")))"
    case .files: " -r -F"
    case .directories: " -a '(__fish_complete_directories)'"
    case .nothing: ""
    }
  }

  /// Between single quotes fish reads `\'` and `\\` as escapes.
  private static func fishQuote(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
