/// Completion scripts, made of the command table.
package enum Completion {
  package static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// The options that a command takes.
  static func options(of command: CommandDefinition) -> [OptionDefinition] {
    command.options + StandardOptions.definitions
  }

  /// Each option of any command that has a value, once.
  static var optionsWithValue: [(option: OptionDefinition, completion: Candidates)] {
    var seen: Set<OptionDefinition> = []
    return CommandTable.commands.flatMap(\.options).compactMap { option in
      guard case .one(_, let completion) = option.value, seen.insert(option).inserted else { return nil }
      return (option, completion)
    }
  }

  static var commandNames: [String] { CommandTable.commands.map(\.name) }

  /// `text` between single quotes, as bash and zsh read it.
  static func quote(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
