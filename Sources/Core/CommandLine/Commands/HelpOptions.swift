/// `bringup help [COMMAND]`, and `--help` on any command line.
package struct HelpOptions: Sendable {
  /// Nil: the program as a whole.
  package let topic: CommandDefinition?

  init(topic: CommandDefinition?) {
    self.topic = topic
  }

  private init(_ line: ParsedLine) throws(UsageError) {
    guard let name = line.operands.first else {
      topic = nil
      return
    }
    let commands = CommandTable.commands
    guard let command = commands.first(where: { $0.name == name.text }) else {
      let nearest = Nearest.match(name.text, among: commands.map(\.name))
      throw UsageError(argument: name, command: nil, problem: .unknownCommand(name.text, nearest: nearest))
    }
    topic = command
  }

  static let definition = CommandDefinition(
    name: "help",
    summary: "Explain the program, or one command",
    details: "Prints the text that the manual page has.",
    operands: Operands("[COMMAND]", count: 0...1, completion: .commands),
    options: []
  ) { line throws(UsageError) in .help(try HelpOptions(line)) }
}
