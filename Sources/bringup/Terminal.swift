internal import Core
internal import Host

extension ColorChoice {
  /// What it comes to for standard output in this process's environment.
  var style: TextStyle {
    let environment = Environment.current()
    return style(
      isTerminal: StandardStreams.outputIsTerminal, noColor: environment["NO_COLOR"], term: environment["TERM"])
  }
}
