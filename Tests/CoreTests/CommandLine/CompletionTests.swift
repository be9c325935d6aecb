import Core
import Foundation
import Testing

struct CompletionTests {
  /// The words as readline hands them to the function: `=` stands alone.
  @Test(
    "bash completes commands, options, values and files",
    arguments: [
      ([""], CommandTable.commands.map(\.name).joined(separator: " ")),
      (["pl"], "plan"),
      (["--co"], "--color"),
      (["--root", "/usr", "pl"], "plan"),
      (["--root", "=", "/usr", "pl"], "plan"),
      (["apply", "--fr"], "--frequency"),
      (["apply", "--format", ""], "text json html junit tap prometheus npd"),
      (["plan", "--format", ""], "text json"),
      (["--format", "npd", "report", ""], "apply preflight"),
      (["apply", "--format", "="], "text json html junit tap prometheus npd"),
      (["parts", "--format", "=", ""], "text json"),
      (["apply", "--format", "=", "j"], "json junit"),
      (["apply", "--color", "a"], "auto always"),
      (["apply", "--timeout", ""], ""),
      (["apply", "/etc/host"], "/etc/host.conf /etc/hostname /etc/hosts"),
      (["apply", "--root", "/us"], "/usr"),
      (["rollback", ""], ""),
      (["completion", ""], "bash zsh fish"),
      (["help", "r"], "rollback report"),
    ])
  func bash(words: [String], reply: String) throws {
    let script = try TemporaryFile(Array(Completion.script(for: .bash).utf8))
    let program = """
      source "$1"; shift; set -u
      COMP_WORDS=(bringup "$@"); COMP_CWORD=$#; _bringup
      mapfile -t COMPREPLY < <(printf '%s\\n' "${COMPREPLY[@]}" | if [[ ${*: -1} == /etc* ]]; then sort; else cat; fi)
      echo "${COMPREPLY[*]}"
      """
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let runner = try TemporaryFile(Array("set -- '\(script.path)' \(list)\n\(program)\n".utf8))
    #expect(try Program.run("bash", "--norc", runner.path, files: [script, runner]).output == "\(reply)\n")
  }

  @Test("the script for bash is one that bash reads without a complaint")
  func bashSyntax() throws {
    let outcome = try Program.run("bash", "-n", input: Array(Completion.script(for: .bash).utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }

  @Test("every option of every command is in the script", arguments: Shell.allCases)
  func complete(shell: Shell) {
    let script = Completion.script(for: shell)
    for command in CommandTable.commands {
      #expect(script.contains(command.name))
      for option in command.options { #expect(script.contains(shell == .fish ? "-l \(option.name)" : option.long)) }
    }
  }
}
