internal import Core

/// Which paths of a run are files and which have to be directories: `/etc/app` cannot be both, and the one that comes later
/// fails, as it would if each were made at once.
struct PathClaims: Sendable {
  /// What each path is: ``nothing`` any more, a ``file`` or a ``directory``. What is above a directory is one, too.
  private var kinds: [Int: Int] = [:]
  /// Bytes of the paths of the directories that are to be made.
  private var directoryBytes = 0

  private static let nothing = 0
  private static let file = 1
  private static let directory = 2

  /// Takes all of these, or none: then the index of the one that is in the way of another, and what to say of it.
  mutating func claim(_ locations: [Location]) -> (index: Int, error: HostError)? {
    var taken: [Int] = []
    var takenBytes = 0
    for (index, location) in locations.enumerated() {
      let hashes = location.identity.hashes
      if kinds[hashes.path] == PathClaims.file { continue }
      let start = location.path.utf8.count - location.identity.rest.count
      var error = conflict(of: location, hashes)
      if error == nil {
        kinds[hashes.path] = PathClaims.file
        taken.append(hashes.path)
        for (hash, length) in hashes.above.reversed() {
          if kinds[hash] == PathClaims.directory { break }
          kinds[hash] = PathClaims.directory
          taken.append(hash)
          takenBytes += start + length
        }
        if directoryBytes + takenBytes > Limits.madeDirectoryBytes { error = PathClaims.excess(at: location) }
      }
      if let error {
        for hash in taken { kinds[hash] = PathClaims.nothing }
        return (index, error)
      }
    }
    directoryBytes += takenBytes
    return nil
  }

  private static func excess(at location: Location) -> HostError {
    HostError(
      "make directory", location.directory,
      said: "with it, the paths of all directories to be made come to more than \(Limits.madeDirectoryBytes) bytes")
  }

  private func conflict(of location: Location, _ hashes: PathHashes) -> HostError? {
    if kinds[hashes.path] == PathClaims.directory {
      return HostError(
        "write", location.path, said: "another entry needs a directory there; give one of them another path")
    }
    for (hash, _) in hashes.above.reversed() {
      if kinds[hash] == PathClaims.directory { return nil }
      if kinds[hash] == PathClaims.file {
        return HostError(
          "make directory", AbsolutePath.split(location.path).directory,
          said: "another entry is a file there, or above it; give one of them another path")
      }
    }
    return nil
  }
}

extension Location.Identity {
  /// Of the path, and of each directory that is to be made for it.
  fileprivate var hashes: PathHashes {
    var hasher = Hasher()
    hasher.combine(device)
    hasher.combine(inode)
    return PathHashes(of: rest, below: hasher)
  }
}
