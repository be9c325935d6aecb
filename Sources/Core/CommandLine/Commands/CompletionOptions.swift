/// `bringup completion SHELL`
package struct CompletionOptions: Hashable, Sendable {
  package let shell: Shell

  private init(_ line: ParsedLine) throws(UsageError) {
    let shells = try line.operands { text throws(ValueProblem) -> Shell in
      guard let shell = Shell(rawValue: text) else { throw .notOneOf(Shell.allCases.map(\.rawValue)) }
      return shell
    }
    shell = shells[0]
  }

  static let definition = CommandDefinition(
    name: "completion",
    summary: "Print a completion script for bash, zsh or fish",
    details: """
      Where the shells look for it:

        bringup completion bash > /usr/share/bash-completion/completions/bringup
        bringup completion zsh  > /usr/share/zsh/vendor-completions/_bringup
        bringup completion fish > /usr/share/fish/vendor_completions.d/bringup.fish
      """,
    operands: Operands("bash|zsh|fish", count: 1...1, completion: .words(Shell.allCases.map(\.rawValue))),
    options: []
  ) { line throws(UsageError) in .completion(try CompletionOptions(line)) }
}

/// A shell with programmable completion.
package enum Shell: String, Hashable, Sendable, CaseIterable {
  case bash
  case zsh
  case fish
}
