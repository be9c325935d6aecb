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
    guard let scratch = try ScratchDirectory.make(in: places, for: .data) else {
      throw HostError(
        "make directory",
        said: "neither \(path) nor one of \(places.joined(separator: ", ")) can be written; mount an emptyDir at /tmp")
    }
    let number = scratch.number
    do throws(Errno) {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      let directory = try SystemCall.run { clinux_openat(number, ".", flags, 0) }
      return StateDirectory(directory: FileDescriptor(owning: directory), in: scratch)
    } catch {
      throw HostError("open", scratch.path, error)
    }
  }
}
