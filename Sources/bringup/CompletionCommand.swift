internal import Core

enum CompletionCommand {
  static func run(_ options: CompletionOptions) -> CommandOutput {
    .done(Completion.script(for: options.shell))
  }
}
