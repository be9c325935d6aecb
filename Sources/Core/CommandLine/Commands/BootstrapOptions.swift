/// `bringup bootstrap`
package struct BootstrapOptions: Sendable {
  /// What a volume without a `bootstrap.sh` is.
  package enum MissingScript: Hashable, Sendable {
    case noted
    case failure
  }

  /// What a failure means for what comes after it.
  package enum OnFailure: Hashable, Sendable {
    case stop
    case goOn
  }

  package let role: NodeRole
  /// In the order their scripts run.
  package let volumes: [PathArgument]
  package let missingScript: MissingScript
  /// Nil where there is nothing to check.
  package let preflight: PreflightOptions?
  /// Nil where there are no parts.
  package let parts: ApplyOptions?
  package let onFailure: OnFailure
  /// For each script.
  package let timeLimit: TimeSpan
  package let reportFile: PathArgument?
  package let logFormat: ListingFormat
  package let command: String
  /// Without the zeroth, which is `command`; the bytes as they are.
  package let arguments: [[UInt8]]

  init(_ line: ParsedLine) throws(UsageError) {
    role = try line.requiredValue(of: Self.role)
    let first = try line.values(of: Self.firstVolume)
    volumes = first + (try line.values(of: Self.volume))
    missingScript = line.has(Self.require) ? .failure : .noted
    onFailure = line.has(Self.keepGoing) ? .goOn : .stop
    let timeLimit = try line.value(of: Self.timeout)
    self.timeLimit = timeLimit ?? .infinity
    try line.require(Self.preflight.definition, for: PreflightOptions.profile.definition)
    let profile = try line.value(of: PreflightOptions.profile)
    preflight = try line.value(of: Self.preflight).map {
      PreflightOptions(manifest: $0, profile: profile, timeLimit: timeLimit)
    }
    let sources = try line.values(of: Self.parts)
    parts = sources.isEmpty ? nil : ApplyOptions(running: sources, timeLimit: timeLimit ?? .infinity)
    reportFile = try line.value(of: Self.report)
    logFormat = try line.value(of: Self.logFormat) ?? .text
    command = line.operands[0].text
    arguments = line.operands.dropFirst().map(\.bytes)
  }

  private static let role = Option<NodeRole>(
    "role", valueName: "ROLE", completion: .words(["coordinator", "worker"]),
    summary: "What this node is: coordinator, worker or another name",
    details: "The only parameter of each script, and BRINGUP_ROLE in its environment and COMMAND's."
  ) { text throws(ValueProblem) in try NodeRole(text) }

  private static let volume = Option<PathArgument>(
    "volume", valueName: "DIR", completion: .directories, summary: "Run bootstrap.sh of this volume",
    details: "May be given several times; the scripts run in that order."
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let firstVolume = Option<PathArgument>(
    "first-volume", valueName: "DIR", completion: .directories, summary: "Run bootstrap.sh of this volume first",
    details: "Wherever it stands on the command line, this volume's script runs before those of --volume."
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let require = OptionDefinition(
    "require", summary: "Fail where a volume has no bootstrap.sh", details: "Without it, that is only noted.")

  private static let parts = Option<SourceArgument>(
    "parts", valueName: "SOURCE", completion: .files, summary: "Apply these parts before the scripts",
    details: """
      As "bringup apply --run" does. May be given several times. Where /var/lib/bringup cannot be written, what is replaced
      is not kept.
      """
  ) { text throws(ValueProblem) in try SourceArgument(text) }

  private static let preflight = Option<SourceArgument>(
    "preflight", valueName: "MANIFEST", completion: .files, summary: "Check this node before anything else",
    details: """
      Against the requirements of a Gravity application manifest or a bringup document, as "bringup preflight" does. Where
      a check fails, nothing is started, unless the document says onFailure: warn.
      """
  ) { text throws(ValueProblem) in try SourceArgument(text) }

  private static let keepGoing = OptionDefinition(
    "keep-going", summary: "Go on after a failure, and start COMMAND in the end",
    details: "What failed is reported all the same.")

  private static let timeout = Option<TimeSpan>(
    timeout: "timeout", summary: "End a script after DURATION",
    details: """
      A time span such as 90s, 5min or "1h 30min". No limit unless given. The script's process group is asked to end
      (SIGTERM), and made to 5 s later (SIGKILL).
      """)

  private static let report = Option<PathArgument>(
    "report", valueName: "FILE", completion: .files, summary: "Write the report to FILE, as JSON",
    details: "COMMAND finds the file's name in BRINGUP_REPORT."
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let logFormat = Option<ListingFormat>(
    choice: "log-format", valueName: "FORMAT", summary: "Log as text or json",
    details: """
      On standard error, where the scripts' output goes as well. text, the default, is a line as each thing happens; json
      is the report on one line, when all is done.
      """)

  static let definition = CommandDefinition(
    name: "bootstrap",
    summary: "Run each volume's bootstrap.sh, then become COMMAND",
    details: """
      For the entry point of a container. Checks the node (--preflight), applies parts (--parts), runs bootstrap.sh of each
      volume with the role as its only parameter and in its own directory, and then is replaced by COMMAND, which has the
      same process, signals, descriptors and environment as if it had been started itself. Nothing else need be in the
      image: no shell, no /run, no writable directory.

        bringup bootstrap --role worker --volume /etc/bootstrap -- presto run

      A script needs no run bit: it is run by the interpreter in its first line, or by /bin/sh. Of a volume that changes
      atomically, as a ConfigMap does, it sees the one state that was there when it began. A failure stops the start, with
      status 1. SIGTERM, SIGINT and SIGHUP are passed on to the running script, and bringup ends with 128 and the signal's number; a
      COMMAND that cannot be found is status 127, one that cannot be executed 126.
      """,
    operands: Operands("-- COMMAND [ARGUMENT...]", count: 1...Int.max, completion: .files, endOptions: true),
    options: [
      role.definition, volume.definition, firstVolume.definition, require, parts.definition, preflight.definition,
      PreflightOptions.profile.definition, keepGoing, timeout.definition, report.definition, logFormat.definition,
    ]
  ) { line throws(UsageError) in .bootstrap(try BootstrapOptions(line)) }
}
