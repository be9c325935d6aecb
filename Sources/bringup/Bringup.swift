internal import Core
internal import Host

/// From the words of the command line to what is printed.
enum Bringup {
  static func output(of words: [[UInt8]], _ inheritance: Inheritance) -> CommandOutput {
    do throws(UsageError) {
      return run(try Invocation(words), inheritance)
    } catch {
      return .wrongUsage(error)
    }
  }

  private static func run(_ invocation: Invocation, _ inheritance: Inheritance) -> CommandOutput {
    switch invocation {
    case .apply(let options): ApplyCommand.run(options)
    case .plan(let options): PlanCommand.run(options)
    case .parts(let options): PartsCommand.run(options)
    case .explain(let options): ExplainCommand.run(options)
    case .bundle(let options): BundleCommand.run(options)
    case .rollback(let options): RollbackCommand.run(options)
    case .preflight(let options): PreflightCommand.run(options)
    case .lint(let options): LintCommand.run(options)
    case .bootstrap(let options): BootstrapCommand.run(options, inheritance)
    case .report(let options): ReportCommand.run(options)
    case .peer(let options): PeerCommand.run(options)
    case .help(let options): HelpCommand.run(options)
    case .manual: ManualCommand.run()
    case .completion(let options): CompletionCommand.run(options)
    case .version: VersionCommand.run()
    }
  }
}
