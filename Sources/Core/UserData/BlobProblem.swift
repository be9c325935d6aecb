/// What can be wrong with a source, or with a part, before its content is read as a document.
package enum BlobProblem: Swift.Error, Hashable, Sendable {
  case empty
  /// Why, in the words of the system.
  case unreadable(String)
  case unknownKind
  case binary
  case tooLarge
  case wrappedTooOften
  case byteOrderMark
  case notUTF8(UInt8)
  case tooManyParts
  case partsTooLarge
  case gzip(GzipProblem)
  case mime(MIMEProblem)
  case archive(ArchiveProblem)
  case manifest(ManifestProblem)

  package var sentence: String {
    switch self {
    case .empty: "there is nothing in it"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unknownKind:
      "not a kind of user-data that is known; begin it with #cloud-config, with #! or with apiVersion: bringup/v1"
    case .binary: "a binary file, which is no kind of user-data"
    case .tooLarge: "larger than \(Limits.sourceBytes >> 20) MiB"
    case .wrappedTooOften: "wrapped in gzip and base64 more than \(Limits.wrappings) times"
    case .byteOrderMark:
      "a byte order mark (U+FEFF) is before the first line, so cloud-init does not know it; save the file without"
    case .notUTF8(let byte): "\(Printable.hex(byte)) is not UTF-8; save the text as UTF-8"
    case .tooManyParts: "there are more than \(Limits.parts) parts in all sources together"
    case .partsTooLarge: "its parts are larger than \(Limits.contentBytes >> 20) MiB together"
    case .gzip(let problem): problem.sentence
    case .mime(let problem): problem.sentence
    case .archive(let problem): problem.sentence
    case .manifest(let problem): problem.sentence
    }
  }
}
