extension Completion {
  /// For bash 4.2 on. Readline takes `--format=json` apart at the `=`; the script puts it together again.
  static var bash: String {
    let values = optionsWithValue.map { option, completion in
      let names = option.letter.map { "\(option.long)|-\($0)" } ?? option.long
      return "    \(names)) \(bashReply(completion)); return ;;"
    }
    let skipped = optionsWithValue.map(\.option.long).joined(separator: "|")
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
        case $previous in
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
