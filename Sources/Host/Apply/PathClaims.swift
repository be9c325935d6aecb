internal import Core

/// Which paths of a run are files and which have to be directories: `/etc/app` cannot be both, and the one that comes later
/// fails, as it would if each were made at once.
struct PathClaims: Sendable {
  private var files: Set<Location.Identity> = []
  private var directories: Set<Location.Identity> = []

  /// Takes all of these, or none: then the index of the one that is in the way of another, and what to say of it.
  mutating func claim(_ locations: [Location]) -> (index: Int, error: HostError)? {
    var newFiles: [Location.Identity] = []
    var newDirectories: [Location.Identity] = []
    for (index, location) in locations.enumerated() {
      if let error = conflict(of: location) {
        for identity in newFiles { files.remove(identity) }
        for identity in newDirectories { directories.remove(identity) }
        return (index, error)
      }
      if files.insert(location.identity).inserted { newFiles.append(location.identity) }
      for above in location.identity.above where directories.insert(above).inserted { newDirectories.append(above) }
    }
    return nil
  }

  private func conflict(of location: Location) -> HostError? {
    if directories.contains(location.identity) {
      return HostError(
        "write", location.path, said: "another entry needs a directory there; give one of them another path")
    }
    if location.identity.above.contains(where: files.contains) {
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
    rest.indices.filter { rest[$0] == UInt8(ascii: "/") }.map { end in
      Location.Identity(device: device, inode: inode, rest: Array(rest[..<end]))
    }
  }
}
