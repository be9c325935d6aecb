internal import Core

/// Which paths of a run are files and which have to be directories: `/etc/app` cannot be both, and the one that comes later
/// fails, as it would if each were made at once.
///
/// A path is known by a hash of 64 bits that nobody can foresee: whole paths of all directories would take the square of the
/// input's depth in time and memory.
struct PathClaims: Sendable {
  /// What each path is: ``nothing`` any more, a ``file`` or a ``directory``. What is above a directory is one, too.
  private var kinds: [Int: Int] = [:]

  private static let nothing = 0
  private static let file = 1
  private static let directory = 2

  /// Takes all of these, or none: then the index of the one that is in the way of another, and what to say of it.
  mutating func claim(_ locations: [Location]) -> (index: Int, error: HostError)? {
    var taken: [Int] = []
    for (index, location) in locations.enumerated() {
      let (path, above) = location.identity.hashes
      if kinds[path] == PathClaims.file { continue }
      if let error = conflict(of: location, path, above) {
        for hash in taken { kinds[hash] = PathClaims.nothing }
        return (index, error)
      }
      kinds[path] = PathClaims.file
      taken.append(path)
      for hash in above.reversed() {
        if kinds[hash] == PathClaims.directory { break }
        kinds[hash] = PathClaims.directory
        taken.append(hash)
      }
    }
    return nil
  }

  private func conflict(of location: Location, _ path: Int, _ above: [Int]) -> HostError? {
    if kinds[path] == PathClaims.directory {
      return HostError(
        "write", location.path, said: "another entry needs a directory there; give one of them another path")
    }
    for hash in above.reversed() {
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
  /// Of the path, and of each directory that is to be made for it, from the top.
  fileprivate var hashes: (path: Int, above: [Int]) {
    var hasher = Hasher()
    hasher.combine(device)
    hasher.combine(inode)
    var above: [Int] = []
    for byte in rest {
      if byte == UInt8(ascii: "/") { above.append(hasher.finalized) }
      hasher.combine(byte)
    }
    return (hasher.finalize(), above)
  }
}

extension Hasher {
  /// Of what was put in so far; more may follow.
  fileprivate var finalized: Int {
    let copy = self
    return copy.finalize()
  }
}
