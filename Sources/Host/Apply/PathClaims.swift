internal import Core

/// Which paths of a run are files and which have to be directories: `/etc/app` cannot be both, and the one that comes later
/// fails, as it would if each were made at once.
struct PathClaims: Sendable {
  /// What each path is: ``nothing`` any more, a ``file`` or a ``directory``.
  private var kinds: [Location.Identity: Int] = [:]

  private static let nothing = 0
  private static let file = 1
  private static let directory = 2

  /// Takes all of these, or none: then the index of the one that is in the way of another, and what to say of it.
  mutating func claim(_ locations: [Location]) -> (index: Int, error: HostError)? {
    var taken: [Location.Identity] = []
    for (index, location) in locations.enumerated() {
      if let error = conflict(of: location) {
        for identity in taken { kinds[identity] = PathClaims.nothing }
        return (index, error)
      }
      take(location.identity, as: PathClaims.file, noting: &taken)
      for above in location.identity.above { take(above, as: PathClaims.directory, noting: &taken) }
    }
    return nil
  }

  private mutating func take(_ identity: Location.Identity, as kind: Int, noting taken: inout [Location.Identity]) {
    if kinds[identity] == kind { return }
    kinds[identity] = kind
    taken.append(identity)
  }

  private func conflict(of location: Location) -> HostError? {
    if kinds[location.identity] == PathClaims.directory {
      return HostError(
        "write", location.path, said: "another entry needs a directory there; give one of them another path")
    }
    for above in location.identity.above where kinds[above] == PathClaims.file {
      return HostError(
        "make directory", AbsolutePath.split(location.path).directory,
        said: "another entry is a file there, or above it; give one of them another path")
    }
    return nil
  }
}

extension Location.Identity {
  /// The directories that are to be made for it.
  fileprivate var above: [Location.Identity] {
    var found: [Location.Identity] = []
    for end in rest.indices where rest[end] == UInt8(ascii: "/") {
      found.append(Location.Identity(device: device, inode: inode, rest: Array(rest[..<end])))
    }
    return found
  }
}
