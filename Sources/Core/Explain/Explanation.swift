/// What cloud-init will do with user-data: told from the input alone, by the rules of one version of it.
package struct Explanation: Sendable {
  package let version: CloudInitVersion
  package internal(set) var parts: [ExplainedPart]
  /// Why nothing of the user-data is done; nil where something is.
  package internal(set) var fatal: UserDataError?
  /// What could not be read or worked out at all.
  package internal(set) var failures: [UserDataError] = []
  /// What cloud-init passes over, in silence or with a warning.
  package internal(set) var remarks: [Finding] = []
  /// Indices into ``parts``, in the order they run.
  package internal(set) var boothooks: [Int] = []
  package internal(set) var config = ExplainedConfig()
  package internal(set) var bootCommands: ExplainedCommands?
  package internal(set) var runCommands: ExplainedCommands?
  package internal(set) var writeFiles: [ExplainedEntry] = []
  /// Why `write_files` as a whole fails; nil where it does not.
  package internal(set) var writeFilesError: UserDataError?
  package internal(set) var files: [WrittenFile] = []
  /// In the order they run.
  package internal(set) var scripts: [ExplainedScript] = []
  /// Scripts that another one of their name took the place of.
  package internal(set) var overwritten: [ExplainedScript] = []

  /// - Parameters:
  ///   - sources: one is the user-data; of several, each is a part of it, named as its file.
  ///   - options: which instance group to take from a kops manifest.
  package init(of sources: [SourceBytes], options: DecodeOptions = DecodeOptions(), version: CloudInitVersion) {
    var simulation = Simulation(version: version)
    for source in sources { simulation.read(source, isOnly: sources.count == 1, options) }
    self = simulation.run()
  }

  init(version: CloudInitVersion) {
    self.version = version
    parts = []
  }
}

/// The merged configuration, and whose it is.
package struct ExplainedConfig: Sendable {
  package struct Key: Sendable {
    package let key: YAMLNode
    /// Indices into the explanation's parts.
    package let parts: [Int]
  }

  /// A part's key, or some items of its list, that did not come to the configuration.
  package struct Loss: Sendable {
    package let key: YAMLNode
    package let part: Int
    package let winners: [Int]
    package let manner: KeyHistory.Loss.Manner
    /// Of a list that was merged item by item: how many of how many items; nil where the key is lost whole.
    package let items: (lost: Int, count: Int)?
  }

  /// As `cloud-config.txt` holds it.
  package internal(set) var value = YAMLNode(
    value: .mapping(YAMLMapping(entries: [])), start: .start, end: .start, style: .block)
  package internal(set) var keys: [Key] = []
  package internal(set) var losses: [Loss] = []
  /// Why the modules get nothing of it.
  package internal(set) var problem: Problem?

  package enum Problem: Sendable {
    case lost
    /// The name of this part stands in a comment of `cloud-config.txt`, and makes the file unreadable.
    case unreadable(part: Int)
    case unusable(MergeProblem)
  }
}

/// An entry of `write_files`.
package struct ExplainedEntry: Sendable {
  package let origin: Origin
  package let timing: FileEntry.Timing
  package let fate: FileFate
}

/// A program that cloud-init runs in its final stage.
package struct ExplainedScript: Sendable {
  package let name: String
  package let directory: ScriptDirectory
  package let writer: ScriptWriter
  package let content: [UInt8]
  /// False where `write_files` gave it a mode without any run bit: it is left out.
  package let isExecutable: Bool

  package var path: String { "\(directory.path)/\(name)" }
}
