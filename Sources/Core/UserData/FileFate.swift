/// What becomes of one entry of `write_files` on a node without the files that it names.
package enum FileFate: Sendable {
  case written(File)
  /// The content comes to its file; then an error ends the run of the module.
  case writtenLast(File, UserDataError)
  /// cloud-init warns, and goes on with the next entry: there is no path.
  case skipped
  /// An error before the file is opened ends the run of the module.
  case ends(UserDataError)
  /// cloud-init writes it, but what is beyond ``Limits`` is not worked out here.
  case notWorkedOut(UserDataError)
  /// An earlier entry ended the run, or an entry of the list keeps the module from beginning.
  case notReached

  /// A file as the module leaves it.
  package struct File: Sendable {
    package let path: AbsolutePath
    /// Where ``sourceURI`` is fetched, what is written if that fails.
    package let content: [UInt8]
    package let sourceURI: String?
    package let mode: ModeRequest
    package let owner: OwnerRequest
    package let isAppended: Bool
  }

  package var file: File? {
    switch self {
    case .written(let file), .writtenLast(let file, _): file
    case .skipped, .ends, .notWorkedOut, .notReached: nil
    }
  }

  /// The error that ends the run.
  package var end: UserDataError? {
    switch self {
    case .writtenLast(_, let error), .ends(let error): error
    case .written, .skipped, .notWorkedOut, .notReached: nil
    }
  }

  var reachesFile: Bool {
    switch self {
    case .written, .writtenLast, .notWorkedOut: true
    case .skipped, .ends, .notReached: false
    }
  }
}
