package import Core

/// The sources of one command as they were read.
package struct SourceList: Sendable {
  /// In the order they were named; a directory's entries by name.
  package private(set) var sources: [SourceBytes] = []
  /// Entries of directories that could not be read. The others go on without them.
  package private(set) var failures: [PartFailure] = []
  /// The source, as named, that is this root's own user-data: cloud-init reads and merges it too.
  package private(set) var userData: String?

  private var bytes = 0

  /// Fails once all sources together are too large to be held.
  mutating func append(_ source: SourceBytes) throws(HostError) {
    bytes += source.bytes.count
    guard bytes <= Limits.allSourcesBytes else {
      throw HostError(
        "read", source.name, said: "all sources together are larger than \(Limits.allSourcesBytes >> 20) MiB")
    }
    sources.append(source)
  }

  mutating func append(unreadable name: String, fileName: PartName, because error: HostError) {
    let problem = UserDataProblem.blob(.unreadable(error.why))
    let errors = [UserDataError(Origin(source: name), problem)]
    failures.append(PartFailure(name: fileName, extent: .source, errors: errors))
  }

  mutating func markUserData(_ name: String) {
    userData = name
  }
}
