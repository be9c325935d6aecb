/// The options of every command that works on a node.
package struct CommonOptions: Hashable, Sendable {
  package enum Verbosity: Hashable, Sendable {
    /// Only what failed.
    case quiet
    case normal
    /// What did not change, too.
    case verbose
  }

  /// The root to work on, `/` unless given.
  package let root: PathArgument
  package let verbosity: Verbosity
  package let color: ColorChoice

  init(_ line: ParsedLine) throws(UsageError) {
    root = try line.value(of: Self.root) ?? .rootDirectory
    color = try line.value(of: Self.color) ?? .auto
    verbosity =
      switch line.options.last(where: { [Self.quiet, Self.verbose].contains($0.definition) })?.definition {
      case Self.quiet: .quiet
      case Self.verbose: .verbose
      case _: .normal
      }
  }

  /// What a command whose output is a report takes.
  static let definitions = [root.definition, ReportFormat.option.definition, quiet, verbose, color.definition]

  /// What one takes whose output has formats of its own.
  static let plainDefinitions = [root.definition, quiet, color.definition]

  /// What one whose output is a listing takes.
  static let listingDefinitions = [root.definition, ListingFormat.option.definition, quiet, verbose, color.definition]

  private static let root = Option<PathArgument>(
    "root", valueName: "DIR", completion: .directories, summary: "Work on the system under DIR instead of /",
    details: """
      For an image that is being built: every path, user name and state file is that root's, and no path or symbolic link
      leads out of it.
      """
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let quiet = OptionDefinition("quiet", "q", summary: "Print only what failed")

  private static let verbose = OptionDefinition("verbose", "v", summary: "Print what did not change, too")

  private static let color = Option<ColorChoice>(
    choice: "color", valueName: "WHEN", summary: "Use colour auto, always or never",
    details: "With auto, the default, text is coloured on a terminal, unless NO_COLOR is set or TERM is dumb.")
}

/// When text is coloured.
package enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  case auto
  case always
  case never

  /// What it comes to; `noColor` and `term` are the environment's NO_COLOR (no-color.org: any text but none at all
  /// forbids) and TERM.
  package func style(isTerminal: Bool, noColor: String?, term: String?) -> TextStyle {
    switch self {
    case .always: .colored
    case .never: .plain
    case .auto: isTerminal && (noColor ?? "").isEmpty && term != "dumb" ? .colored : .plain
    }
  }
}

/// The options that stand on any command line.
enum StandardOptions {
  static let help = OptionDefinition("help", "h", summary: "Explain the command and stop")
  static let version = OptionDefinition("version", summary: "Print the version and stop")
  static let definitions = [help, version]
}
