/// What can be wrong in a cloud-config or bringup document that is good YAML.
package enum DocumentProblem: Hashable, Sendable {
  case notAMapping(found: String)

  package var sentence: String {
    switch self {
    case .notAMapping(let found): "the document is \(found), not a mapping"
    }
  }
}
