extension Completion {
  /// For bash 4.2 on. Readline takes `--format=json` apart at the `=`; the script puts it together again.
  static var bash: String {
    // A command's own meaning of an option comes before the common one.
    let values =
      (optionsWithValue.filter { isPeculiar($0.option) } + optionsWithValue.filter { !isPeculiar($0.option) })
      .map { option, completion in "    \(bashPattern(option))) \(bashReply(completion)); return ;;" }
    let skipped = Set(optionsWithValue.map(\.option.long)).sorted().joined(separator: "|")
    let commands = CommandTable.commands.map { command in
      let words = options(of: command).map(\.long).joined(separator: " ")
      return """
            \(command.name))
              case $current in
                -*) _bringup_words "\(words)" ;;
                *) \(bashReply(command.operands.completion)) ;;
              esac ;;
        """
    }
    let common = (CommonOptions.definitions + StandardOptions.definitions).map(\.long).joined(separator: " ")
    return """
      # bash completion for bringup

      _bringup_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
      _bringup_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen "$1" -- "$current"); }

      _bringup() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= index
        if [[ $current == "=" ]]; then
          current=
        elif [[ $previous == "=" ]]; then
          previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          case ${COMP_WORDS[index]} in
            \(skipped)) [[ ${COMP_WORDS[index+1]} == "=" ]] && ((index++)); ((index++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[index]}; break ;;
          esac
        done
        case $command:$previous in
      \(values.joined(separator: "\n"))
        esac
        case $command in
          "")
            case $current in
              -*) _bringup_words "\(common)" ;;
              *) _bringup_words "\(commandNames.joined(separator: " "))" ;;
            esac ;;
      \(commands.joined(separator: "\n"))
        esac
      }

      complete -F _bringup bringup

      """
  }

  /// Whether the option is one of some commands, and the same name means another to the rest.
  private static func isPeculiar(_ option: OptionDefinition) -> Bool {
    !CommonOptions.definitions.contains(option) && CommonOptions.definitions.contains { $0.name == option.name }
  }

  /// Matches `COMMAND:OPTION`.
  private static func bashPattern(_ option: OptionDefinition) -> String {
    let names = [option.long] + (option.letter.map { ["-\($0)"] } ?? [])
    let owners = CommandTable.commands.filter { $0.options.contains(option) }.map(\.name)
    let commands = isPeculiar(option) ? owners : ["*"]
    return commands.flatMap { command in names.map { "\(command):\($0)" } }.joined(separator: "|")
  }

  private static func bashReply(_ completion: Candidates) -> String {
    switch completion {
    case .words(let words): "_bringup_words \"\(words.joined(separator: " "))\""
    case .commands: "_bringup_words \"\(commandNames.joined(separator: " "))\""
    case .files: "_bringup_files -f"
    case .directories: "_bringup_files -d"
    case .nothing: ":"
    }
  }
}
