/// Something wrong in the input, and where.
package struct UserDataError: Swift.Error, Hashable, Sendable, CustomStringConvertible {
  package let origin: Origin
  package let problem: UserDataProblem

  package init(_ origin: Origin, _ problem: UserDataProblem) {
    self.origin = origin
    self.problem = problem
  }

  /// `10-gpu.yaml:14:7: mode "0888" is not octal; write e.g. "0755"`
  package var description: String { "\(origin): \(problem.sentence)" }
}

/// What can be wrong in user-data, by the stage that finds it.
package enum UserDataProblem: Hashable, Sendable {
  case blob(BlobProblem)
  case yaml(YAMLProblem)
  case document(DocumentProblem)
  case unit(UnitProblem)
  case requirement(RequirementProblem)
  case preflight(PreflightProblem)
  case bundle(BundleProblem)

  /// Subject first, found and wanted, what to do; never content beyond a short quoted value.
  package var sentence: String {
    switch self {
    case .blob(let problem): problem.sentence
    case .yaml(let problem): problem.sentence
    case .document(let problem): problem.sentence
    case .unit(let problem): problem.sentence
    case .requirement(let problem): problem.sentence
    case .preflight(let problem): problem.sentence
    case .bundle(let problem): problem.sentence
    }
  }
}
