// The options of the commands that a bootstrap has as its stages: on the node that it runs on, everything else as it is where
// nothing is said.

extension ApplyOptions {
  /// An apply that runs scripts and commands: in a container there is no cloud-init to leave them to.
  init(running sources: [SourceArgument], timeLimit: TimeSpan) {
    common = .standard
    format = .text
    reading = ReadingOptions(sources: sources)
    strictness = .goodPartsApply
    frequency = .always
    scripts = .run(timeLimit: timeLimit)
    failOn = []
    memory = .keptIfPossible
  }
}

extension PreflightOptions {
  init(manifest: SourceArgument, profile: String?, timeLimit: TimeSpan?) {
    common = .standard
    format = .text
    reading = ReadingOptions(sources: [manifest])
    self.profile = profile
    selection = CheckSelection(only: [], skip: [])
    failOn = []
    self.timeLimit = timeLimit ?? Self.standardTimeLimit
    peers = []
    peerTokenFile = nil
    repair = .told
    purpose = .gate
  }
}

extension ReadingOptions {
  init(sources: [SourceArgument]) {
    self.sources = sources
    instanceGroup = nil
    metadataEndpoint = nil
  }
}

extension CommonOptions {
  static let standard = CommonOptions(root: .rootDirectory)

  private init(root: PathArgument) {
    self.root = root
    verbosity = .normal
    color = .never
  }
}
