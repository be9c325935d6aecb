/// What the command table says of one command: the source of its parsing, help, manual entry and completion.
package struct CommandDefinition: Sendable {
  package let name: String
  /// One line, a sentence without its full stop.
  package let summary: String
  package let details: Prose
  package let operands: Operands
  package let options: [OptionDefinition]
  /// Reads the words that belong to the command.
  let parse: @Sendable (ParsedLine) throws(UsageError) -> Invocation

  init(
    name: String, summary: String, details: Prose, operands: Operands = .none, options: [OptionDefinition],
    parse: @escaping @Sendable (ParsedLine) throws(UsageError) -> Invocation
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.operands = operands
    self.options = options
    self.parse = parse
  }

  /// `bringup plan [OPTION...] [SOURCE...]`
  package var synopsis: String {
    ["bringup", name, options.isEmpty ? "" : "[OPTION...]", operands.synopsis].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

/// The words of a command that are no options.
package struct Operands: Hashable, Sendable {
  /// As the manual shows them: `[SOURCE...]`.
  package let synopsis: String
  package let count: ClosedRange<Int>
  package let completion: Candidates
  /// Whether the first one ends the options, as with env(1): what follows it is another program's.
  let endOptions: Bool

  init(_ synopsis: String, count: ClosedRange<Int>, completion: Candidates, endOptions: Bool = false) {
    self.synopsis = synopsis
    self.count = count
    self.completion = completion
    self.endOptions = endOptions
  }

  static let none = Operands("", count: 0...0, completion: .nothing)
}
