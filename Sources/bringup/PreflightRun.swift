internal import Core
internal import Host

/// One preflight from the requirements to the verdicts: what is quickly read first, then the scripts, several at a time, and at
/// last what is measured, one after the other and with nothing beside it.
struct PreflightRun {
  let input: PreflightInput
  let options: PreflightOptions
  let peers: [Peer]
  let interrupt: Interrupt
  let progress = Progress()
  private let requirements: [NarrowedRequirement]
  /// Of each requirement.
  var judged: [[Verdict]]
  /// What was read of each volume requirement, by its place.
  var volumes: [Int: [VolumeReading]] = [:]
  var fixes: [Fix] = []
  var variables = ScriptVariables()
  /// Of ports between this node and others: the manifest's port requirements are judged on this node alone.
  var peerVerdicts: [Verdict] = []

  init(_ input: PreflightInput, _ options: PreflightOptions, peers: [Peer], interrupt: Interrupt) {
    self.input = input
    self.options = options
    self.peers = peers
    self.interrupt = interrupt
    requirements = input.choice.requirements.map { $0.narrowed(by: options.selection) }
    judged = Array(repeating: [], count: requirements.count)
  }

  /// One preflight, begun and carried out.
  static func report(
    _ options: PreflightOptions, _ input: PreflightInput, peers: [Peer], root: borrowing Root, started: StartTime,
    interrupt: Interrupt
  ) -> PreflightReport {
    var run = PreflightRun(input, options, peers: peers, interrupt: interrupt)
    run.carryOut(in: root)
    return PreflightReport(
      startedAt: started.wall, microseconds: started.microseconds, hostName: ProcessIdentity.hostName,
      source: input.source, profile: input.choice.profile, verdicts: run.verdicts, fixes: run.fixes,
      failOn: options.failOn)
  }

  /// In the order of the manifest, and then by peer.
  private var verdicts: [Verdict] {
    requirements.indices.flatMap { place in
      requirements[place].verdicts(judged[place]).map { verdict in
        var verdict = verdict
        if input.choice.onFailure[place] == .warn { verdict.blockingOutcome = .skipped }
        return verdict
      }
    } + peerVerdicts
  }

  mutating func carryOut(in root: borrowing Root) {
    checkNode(in: root)
    checkPorts(in: root)
    checkDevices()
    checkVolumes(in: root)
    runScripts()
    checkPeers(in: root)
    measureWriteRates()
    progress.end()
  }

  /// The requirements of one kind that are asked for, with their places.
  func each<Kind>(_ kind: (Requirement) -> Kind?) -> [(place: Int, requirement: Kind)] {
    requirements.indices.compactMap { place in
      requirements[place].requirement.flatMap(kind).map { (place, $0) }
    }
  }

  /// Keeps the verdicts of a requirement; the first carries the time that reading took.
  mutating func keep(_ verdicts: [Verdict], at place: Int, since start: MonotonicTime) {
    judged[place] = verdicts
    if !verdicts.isEmpty { judged[place][0].microseconds = MonotonicTime.now.microseconds(since: start) }
  }
}
