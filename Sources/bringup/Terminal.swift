internal import Core
internal import Glibc

extension ColorChoice {
  /// What it comes to for standard output in this process's environment.
  var style: TextStyle {
    style(
      isTerminal: StandardStreams.outputIsTerminal, noColor: Environment.value("NO_COLOR"),
      term: Environment.value("TERM"))
  }
}

enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
