/// What a decoder has found in one part so far: errors that fail it, and warnings.
struct Diagnosis {
  /// How much is put up with.
  enum Dialect {
    /// `write_files`: cloud-init's reading stands, with a warning where it is a trap.
    case cloudConfig
    /// `files` of our own document: a trap is an error.
    case bringup

    /// The key that lists the files.
    var filesKey: String {
      switch self {
      case .cloudConfig: "write_files"
      case .bringup: "files"
      }
    }
  }

  let placement: Placement
  let dialect: Dialect
  private var errors: [UserDataError] = []
  private var unlisted = 0
  private(set) var warnings: [Finding] = []

  /// What failed first.
  var firstError: UserDataError? { errors.first }

  init(placement: Placement, dialect: Dialect) {
    self.placement = placement
    self.dialect = dialect
  }

  func origin(of node: YAMLNode) -> Origin { placement.origin(at: node.start) }

  mutating func fail(_ problem: DocumentProblem, at node: YAMLNode) {
    add(UserDataError(origin(of: node), .document(problem)))
  }

  mutating func fail(_ problem: FileProblem, at node: YAMLNode) { fail(.file(problem), at: node) }

  mutating func fail(_ problem: RequirementProblem, at node: YAMLNode) {
    add(UserDataError(origin(of: node), .requirement(problem)))
  }

  mutating func fail(_ problem: PreflightProblem, at node: YAMLNode) {
    add(UserDataError(origin(of: node), .preflight(problem)))
  }

  mutating func add(_ error: UserDataError) {
    if errors.count < Limits.errorsPerPart { errors.append(error) } else { unlisted += 1 }
  }

  mutating func report(_ trap: DocumentTrap, at node: YAMLNode) {
    switch dialect {
    case .bringup: fail(.trap(trap), at: node)
    case .cloudConfig:
      guard warnings.count < Limits.warningsPerPart else { return }
      warnings.append(Finding(origin: origin(of: node), message: "\(trap.sentence) (\(trap.consequence))"))
    }
  }

  /// What fails entries of `write_files`, so far.
  var fileProblems: [FileProblem] {
    errors.compactMap { if case .document(.file(let problem)) = $0.problem { problem } else { nil } }
  }

  /// Throws where anything failed.
  func conclude(_ name: PartName) throws(PartFailure) {
    guard !errors.isEmpty else { return }
    let more = UserDataError(placement.origin, .document(.moreErrors(unlisted)))
    throw PartFailure(name: name, errors: unlisted == 0 ? errors : errors + [more])
  }

  /// Reports each key of `mapping` that is there twice, or is not `known`; `parent` is what it is a key of.
  mutating func checkKeys(_ mapping: YAMLMapping, known: [String], of parent: String) {
    checkDuplicates(mapping, of: parent)
    for entry in mapping.entries {
      guard case .string(let key) = entry.key.value else {
        report(.keyNotText(of: parent, found: entry.key.kind), at: entry.key)
        continue
      }
      let isKnown = known.contains { $0.hasBytes(of: key) }
      if !isKnown { report(.unknownKey(key, of: parent, known: known), at: entry.key) }
    }
  }

  mutating func checkDuplicates(_ mapping: YAMLMapping, of parent: String) {
    for entry in mapping.shadowed {
      report(.duplicateKey(entry.key.shown, of: parent), at: entry.key)
    }
  }
}
