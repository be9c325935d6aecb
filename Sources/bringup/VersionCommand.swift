internal import Core

enum VersionCommand {
  static func run() -> CommandOutput {
    .done("bringup \(Version.current)\n")
  }
}
