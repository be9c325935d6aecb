internal import Core

enum ManualCommand {
  static func run() -> CommandOutput {
    .done(ManualPage.page.roff)
  }
}
