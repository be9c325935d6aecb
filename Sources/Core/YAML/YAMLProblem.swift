/// Why a text is not the YAML that cloud-init reads.
package enum YAMLProblem: Hashable, Sendable {
  case tooDeep

  package var sentence: String {
    switch self {
    case .tooDeep: "YAML collections are nested more than \(Limits.yamlDepth) deep"
    }
  }
}
