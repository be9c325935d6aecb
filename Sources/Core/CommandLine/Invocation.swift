/// What the program was asked to do: one case a command, every value parsed.
package enum Invocation: Sendable {
  case apply(ApplyOptions)
  case plan(PlanOptions)
  case parts(PartsOptions)
  case explain(ExplainOptions)
  case bundle(BundleOptions)
  case rollback(RollbackOptions)
  case preflight(PreflightOptions)
  case lint(LintOptions)
  case bootstrap(BootstrapOptions)
  case report(ReportOptions)
  case peer(PeerOptions)
  case help(HelpOptions)
  case manual
  case completion(CompletionOptions)
  case version

  /// Reads the words after the program's name, as the kernel has them. A word that is not UTF-8 is refused, because what
  /// it names could not be shown or found again.
  package init(_ words: [[UInt8]]) throws(UsageError) {
    var texts: [String] = []
    for (offset, word) in words.enumerated() {
      guard let text = String(validating: word, as: UTF8.self) else {
        let argument = Argument(index: offset + 1, text: String(decoding: word, as: UTF8.self))
        throw UsageError(argument: argument, command: nil, problem: .notUTF8(argument.text))
      }
      texts.append(text)
    }
    try self.init(texts)
  }

  /// Reads the words after the program's name.
  ///
  /// `--help` and `--version` win over everything around them that can be read: `bringup apply --help` explains apply.
  package init(_ words: [String]) throws(UsageError) {
    var parser = LineParser(Argument.list(words), commands: CommandTable.commands)
    let (command, line) = try parser.parse()
    if line.has(StandardOptions.help) {
      self = .help(HelpOptions(topic: command))
    } else if line.has(StandardOptions.version) {
      self = .version
    } else if let command {
      if line.operands.count < command.operands.count.lowerBound {
        throw UsageError(
          argument: nil, command: command.name, problem: .missingOperand(command.operands.synopsis))
      }
      if let surplus = line.operands.dropFirst(command.operands.count.upperBound).first {
        throw UsageError(argument: surplus, command: command.name, problem: .surplusOperand(surplus.text))
      }
      self = try command.parse(line)
    } else {
      throw UsageError(argument: nil, command: nil, problem: .noCommand)
    }
  }
}
