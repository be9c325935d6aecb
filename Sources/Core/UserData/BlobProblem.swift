/// What can be wrong with a source before its parts are known.
package enum BlobProblem: Hashable, Sendable {
  case empty

  package var sentence: String {
    switch self {
    case .empty: "the source is empty"
    }
  }
}
