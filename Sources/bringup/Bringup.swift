internal import Core

/// From the words of the command line to what is printed.
enum Bringup {
  static func output(of words: [[UInt8]]) -> CommandOutput {
    do throws(UsageError) {
      return run(try Invocation(words))
    } catch {
      return .wrongUsage(error)
    }
  }

  private static func run(_ invocation: Invocation) -> CommandOutput {
    switch invocation {
    case .apply, .plan, .parts, .rollback, .report:
      CommandOutput(standardError: Array("bringup: this command is not in this build\n".utf8), status: .unusable)
    case .help(let options): HelpCommand.run(options)
    case .manual: ManualCommand.run()
    case .completion(let options): CompletionCommand.run(options)
    case .version: VersionCommand.run()
    }
  }
}
