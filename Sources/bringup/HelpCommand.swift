internal import Core

enum HelpCommand {
  static func run(_ options: HelpOptions) -> CommandOutput {
    .done((options.topic.map { Page.about($0) } ?? Page.overview).text)
  }
}
