extension Completion {
  /// For zsh's `_arguments` (zshcompsys(1)).
  static var zsh: String {
    let commands = CommandTable.commands.map { "    \(quote("\($0.name):\($0.summary)"))" }
    let cases = CommandTable.commands.map { command in
      let specifications = options(of: command).map(zshOption) + zshOperands(command.operands)
      return """
              \(command.name))
                _arguments -s \\
        \(specifications.map { "          \($0)" }.joined(separator: " \\\n"))
                ;;
        """
    }
    let common = (CommonOptions.definitions + StandardOptions.definitions).map { "    \(zshOption($0)) \\" }
    return """
      #compdef bringup

      _bringup_commands() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        _describe command commands
      }

      _bringup() {
        local curcontext=$curcontext state line
        _arguments -s -C \\
      \(common.joined(separator: "\n"))
          '1:command:_bringup_commands' '*::argument:->arguments'
        [[ $state == arguments ]] || return
        case $words[1] in
      \(cases.joined(separator: "\n"))
        esac
      }

      if [[ $funcstack[1] == _bringup ]]; then _bringup "$@"; else compdef _bringup bringup; fi

      """
  }

  /// `'(-q --quiet)'{-q,--quiet}'[Print only what failed]'`
  private static func zshOption(_ option: OptionDefinition) -> String {
    let text = "[\(option.summary)]" + zshValue(option.value)
    switch (option.letter, option.value) {
    case (let letter?, _): return "'(-\(letter) \(option.long))'{-\(letter),\(option.long)}\(quote(text))"
    case (nil, .none): return quote(option.long + text)
    case (nil, .one): return quote("*\(option.long)=" + text)
    }
  }

  private static func zshValue(_ value: OptionDefinition.Value) -> String {
    switch value {
    case .none: ""
    case .one(let valueName, let completion): ":\(valueName):\(zshAction(completion))"
    }
  }

  private static func zshOperands(_ operands: Operands) -> [String] {
    operands.count.upperBound == 0 ? [] : [quote("*:\(operands.synopsis):\(zshAction(operands.completion))")]
  }

  private static func zshAction(_ completion: Candidates) -> String {
    switch completion {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .commands: "_bringup_commands"
    case .files: "_files"
    case .directories: "_files -/"
    case .nothing: " "
    }
  }
}
