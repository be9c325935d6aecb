internal import CLinux
internal import Core
internal import Glibc

extension StateDirectory {
  /// Opens the directory; where it cannot be made or written, as in a container whose root is read-only, one that lasts as
  /// long as the value does.
  package static func openIfPossible(in root: borrowing Root) throws(HostError) -> StateDirectory {
    do throws(HostError) {
      let state = try open(in: root)
      if state.isWritable { return state }
    } catch {
      guard let errno = error.errno, [.readOnly, .accessDenied, .notPermitted].contains(errno) else { throw error }
    }
    return try temporary(in: temporaryPlaces)
  }

  /// Memory first: what is noted may be secret.
  private static let temporaryPlaces = ["/dev/shm", "/run", "/tmp", "/var/tmp"]

  static func temporary(in places: [String]) throws(HostError) -> StateDirectory {
    for place in places {
      let path = "\(place)/bringup-\(try Random.token())"
      do throws(Errno) {
        try SystemCall.run { mkdir(path, 0o700) }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) }
        return StateDirectory(directory: FileDescriptor(owning: number), temporaryPath: path)
      } catch {
        continue
      }
    }
    throw HostError(
      "make directory",
      said: "neither \(path) nor one of \(places.joined(separator: ", ")) can be written; mount an emptyDir at /tmp")
  }

  /// What cannot be removed stays, for this user alone.
  borrowing func removeAll(at path: String) {
    do throws(HostError) {
      for name in try list(".") {
        do throws(HostError) { try removeDirectory(name) } catch { try remove(name) }
      }
    } catch {
      return
    }
    rmdir(path)
  }
}
