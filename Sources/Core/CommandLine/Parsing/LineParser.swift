/// Takes a command line apart: `apply -q --root=/image ig.yaml` is the command `apply`, the options `quiet` and `root`
/// (with `/image`), and the operand `ig.yaml`.
///
/// Options stand before, after or between operands, and common ones before the command too. `--name VALUE` and
/// `--name=VALUE` are alike; letters join (`-qv`), and the last may be followed by its value (`-oFILE`, `-o FILE`). `--`
/// ends the options. `-` alone is an operand. A separate value cannot begin with `-`, so that a forgotten value does not
/// swallow the next option; `--name=-x` can.
struct LineParser {
  private let commands: [CommandDefinition]
  private var rest: ArraySlice<Argument>
  private var command: CommandDefinition?
  private var options: [ParsedLine.Occurrence] = []
  private var operands: [Argument] = []

  init(_ arguments: [Argument], commands: [CommandDefinition]) {
    rest = arguments[...]
    self.commands = commands
  }

  mutating func parse() throws(UsageError) -> (command: CommandDefinition?, line: ParsedLine) {
    while let argument = try next() {
      if argument.text == "--" {
        while let operand = try next() { try takeOperand(operand) }
        break
      }
      if argument.text.hasPrefix("--") {
        try takeLong(argument)
      } else if argument.text.hasPrefix("-"), argument.text != "-" {
        try takeLetters(argument)
      } else {
        try takeOperand(argument)
      }
    }
    try checkOptionsBeforeCommand()
    return (command, ParsedLine(command: command?.name ?? "", options: options, operands: operands))
  }

  private mutating func next() throws(UsageError) -> Argument? {
    guard let argument = rest.popFirst() else { return nil }
    guard argument.isText else { throw error(argument, .notUTF8(argument.text)) }
    return argument
  }

  private mutating func takeOperand(_ argument: Argument) throws(UsageError) {
    if let command {
      operands.append(argument)
      if command.operands.endOptions { takeRest() }
      return
    }
    guard let found = commands.first(where: { $0.name == argument.text }) else {
      let nearest = Nearest.match(argument.text, among: commands.map(\.name))
      throw error(argument, .unknownCommand(argument.text, nearest: nearest))
    }
    command = found
  }

  private mutating func takeRest() {
    operands += rest
    rest = []
  }

  private mutating func takeLong(_ argument: Argument) throws(UsageError) {
    let pieces = argument.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let long = String(pieces[0])
    guard let definition = known.first(where: { $0.long == long }) else {
      throw error(argument, .unknownOption(long, nearest: Nearest.match(long, among: known.map(\.long))))
    }
    try take(definition, attached: pieces.count > 1 ? String(pieces[1]) : nil, argument)
  }

  private mutating func takeLetters(_ argument: Argument) throws(UsageError) {
    var letters = argument.text.dropFirst()
    while let letter = letters.popFirst() {
      guard let definition = known.first(where: { $0.letter == letter }) else {
        throw error(argument, .unknownOption("-\(letter)", nearest: nil))
      }
      switch definition.value {
      case .none: try take(definition, attached: nil, argument)
      case .one:
        return try take(definition, attached: letters.isEmpty ? nil : String(letters), argument)
      }
    }
  }

  private mutating func take(
    _ definition: OptionDefinition, attached: String?, _ argument: Argument
  ) throws(UsageError) {
    var value = attached
    switch definition.value {
    case .none:
      guard attached == nil else { throw error(argument, .unwantedValue(option: definition.long)) }
    case .one(let valueName, _):
      if attached == nil {
        guard let next = rest.first, next.text == "-" || !next.text.hasPrefix("-") else {
          throw error(argument, .missingValue(option: definition.long, valueName: valueName))
        }
        value = try self.next()?.text
      }
    }
    options.append(ParsedLine.Occurrence(definition: definition, value: value, argument: argument))
  }

  /// What may come next: the command's options, or before it the common ones.
  private var known: [OptionDefinition] {
    (command?.options ?? CommonOptions.definitions) + StandardOptions.definitions
  }

  private func checkOptionsBeforeCommand() throws(UsageError) {
    guard command != nil, let stranger = options.first(where: { !isKnown($0.definition) }) else { return }
    throw error(stranger.argument, .unknownOption(stranger.definition.long, nearest: nil))
  }

  private func isKnown(_ definition: OptionDefinition) -> Bool {
    known.contains { $0.name == definition.name }
  }

  private func error(_ argument: Argument, _ problem: UsageProblem) -> UsageError {
    UsageError(argument: argument, command: command?.name, problem: problem)
  }
}
