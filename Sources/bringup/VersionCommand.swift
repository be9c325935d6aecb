internal import Core

enum VersionCommand {
  static func run() -> CommandOutput {
    .done("bringup \(Version.text)\n")
  }
}
