/// A source of user-data as the user named it.
package enum SourceArgument: Hashable, Sendable, CustomStringConvertible {
  /// `-`
  case standardInput
  /// `imds:`, the user-data of the EC2 instance metadata service. A file of that name is `./imds:`.
  case metadataService
  /// A file, or a directory of parts.
  case path(PathArgument)

  package init(_ text: String) throws(ValueProblem) {
    switch text {
    case "-": self = .standardInput
    case "imds:": self = .metadataService
    default: self = .path(try PathArgument(text))
    }
  }

  /// As it stands at the head of messages.
  package var description: String {
    switch self {
    case .standardInput: "-"
    case .metadataService: "imds:"
    case .path(let path): path.description
    }
  }
}
