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

  /// ``init(_:)`` of words that are text.
  package init(_ words: [String]) throws(UsageError) {
    try self.init(words.map { Array($0.utf8) })
  }

  /// Reads the words after the program's name, as the kernel has them. One that is not UTF-8 is refused, because what it names
  /// could not be shown or found again; but not among the arguments of another program.
  ///
  /// `--help` and `--version` win over everything around them that can be read: `bringup apply --help` explains apply.
  package init(_ words: [[UInt8]]) throws(UsageError) {
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
