/// `bringup preflight`
package struct PreflightOptions: Sendable {
  /// What becomes of directories that are not as the manifest asks.
  package enum Repair: Hashable, Sendable {
    /// The report says what would be done.
    case told
    case made
  }

  /// What the exit status is for.
  package enum Purpose: Hashable, Sendable {
    case report
    /// To keep what comes after from being started: only a failed check of a document that says `block` does.
    case gate
  }

  package let common: CommonOptions
  package let format: ReportFormat
  /// The manifest, and how it is to be read; none named: the documents that apply put in front of nodeup.
  package let reading: ReadingOptions
  package let profile: String?
  package let selection: CheckSelection
  package let failOn: Set<FailOn>
  /// For each script.
  package let timeLimit: TimeSpan
  /// Other nodes, on which `bringup peer` waits.
  package let peers: [PeerAddress]
  /// A file that holds the token of all of them; nil: the environment's.
  package let peerTokenFile: PathArgument?
  package let repair: Repair
  package let purpose: Purpose

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ReportFormat.option) ?? .text
    reading = try ReadingOptions(line)
    profile = try line.value(of: Self.profile)
    selection = CheckSelection(only: try line.values(of: Self.only), skip: try line.values(of: Self.skip))
    failOn = Set(try line.values(of: FailOn.option))
    timeLimit = try line.value(of: Self.timeout) ?? Self.standardTimeLimit
    peers = try line.values(of: Self.peer)
    try line.require(Self.peer.definition, for: Self.peerTokenFile.definition)
    peerTokenFile = try line.value(of: Self.peerTokenFile)
    repair = line.has(Self.fix) ? .made : .told
    purpose = line.has(Self.gate) ? .gate : .report
  }

  /// As long as Gravity gives a whole check (`gravity check --timeout`).
  static let standardTimeLimit = TimeSpan(microseconds: 300_000_000)

  /// Of peer, too.
  static let profile = Option<String>(
    "profile", valueName: "NAME", summary: "Take the node profile NAME of a Gravity manifest",
    details: "Needed where the manifest has several."
  ) { text throws(ValueProblem) in
    guard !text.isEmpty else { throw .empty }
    return text
  }

  private static let only = Option<CheckPattern>(
    "only", valueName: "CHECK", summary: "Make only the checks with this name",
    details: """
      A name as the report shows it, or its beginning: cpu, volume:/var/lib/data, port:tcp. A * stands for any text. May be
      given several times. Nothing is read or measured for the other checks.
      """
  ) { text throws(ValueProblem) in try CheckPattern(text) }

  private static let skip = Option<CheckPattern>(
    "skip", valueName: "CHECK", summary: "Leave out the checks with this name",
    details: "As with --only, and after it; the report lists them as skipped."
  ) { text throws(ValueProblem) in try CheckPattern(text) }

  private static let timeout = Option<TimeSpan>(
    timeout: "timeout", summary: "End a script after DURATION", details: "A time span such as 90s; 5min unless given.")

  private static let peer = Option<PeerAddress>(
    "peer", valueName: "HOST[:PORT]", summary: "Test the network between this node and HOST",
    details: """
      On HOST, bringup peer has to run with the same manifest and profile; its token is expected in BRINGUP_PEER_TOKEN or
      --peer-token-file. The throughput is measured in both directions, and every port of the profile is tried in both
      directions. HOST is an IP address, or a name in /etc/hosts; the port is 4242 unless given. May be given several times.
      """
  ) { text throws(ValueProblem) in try PeerAddress(text) }

  private static let peerTokenFile = Option<PathArgument>(
    "peer-token-file", valueName: "FILE", completion: .files, summary: "Take the peers' token from FILE",
    details: "FILE may be - for standard input."
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let fix = OptionDefinition(
    "fix", summary: "Make directories, owners and modes as the manifest asks",
    details: "Nothing else is changed. Each change is reported, and what was changed is checked again.")

  private static let gate = OptionDefinition(
    "gate", summary: "Say by the exit status whether what comes after may start",
    details: """
      For a unit's ExecStartPre. The status is 1 only where a check of a document with onFailure: block failed, and 0
      otherwise: what could not be determined keeps no node from starting. Where the manifest cannot be read it is 2.
      """)

  static let definition = CommandDefinition(
    name: "preflight",
    summary: "Check this node against the requirements of a manifest",
    details: """
      Reads the requirements of a node profile in a Gravity application manifest, or those that bringup documents have
      under preflight, and checks each on this node: CPU, memory, the operating system, instance type, volumes, devices,
      ports, and custom scripts. Every check passes, warns, fails, or is unknown where it could not be told; the report
      says what was wanted, what was found, where that was read, and what to do. Without --fix nothing is changed, but for
      the files that a write rate is measured with, which have no name and are gone afterwards.

        bringup preflight app.yaml --profile db
      """,
    operands: Operands("[MANIFEST]", count: 0...1, completion: .files),
    options: [
      profile.definition, only.definition, skip.definition, FailOn.option.definition, timeout.definition,
      peer.definition, peerTokenFile.definition, fix, gate,
    ] + ReadingOptions.definitions + CommonOptions.definitions
  ) { line throws(UsageError) in .preflight(try PreflightOptions(line)) }
}
