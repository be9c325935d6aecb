internal import CLinux
package import Core
internal import Glibc

/// The directory of a manifest, which the `file://` paths in it start from.
package struct ManifestDirectory: ~Copyable {
  private let directory: FileDescriptor
  private let walker: PathWalker
  private let reach: BundleReach

  /// `manifest` is a file's path, one of the caller's own root.
  package init(ofManifest manifest: String, reach: BundleReach) throws(HostError) {
    let path = manifest.utf8.contains(UInt8(ascii: "/")) ? AbsolutePath.split(manifest).directory : "."
    do throws(Errno) {
      let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
      directory = FileDescriptor(owning: number)
      walker = PathWalker.suited(to: number)
    } catch {
      throw HostError("open directory", path, error)
    }
    self.reach = reach
  }

  /// The content of the regular file `path`, at most ``Limits/referenceBytes``.
  func read(_ path: String) throws(HostError) -> [UInt8] {
    let status: FileStatus
    do throws(Errno) {
      let file = try open(path)
      status = try file.status()
      if status.kind == .regular {
        return try file.readToEnd(limit: Limits.referenceBytes, expecting: status.size)
      }
    } catch {
      throw explain(error, path)
    }
    throw HostError("read", path, said: "it is \(status.kind.article), not a file")
  }

  /// Opening never waits: not for a pipe's other end, and not for a line's carrier.
  private func open(_ path: String) throws(Errno) -> FileDescriptor {
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    // The kernel would take the path to end there.
    guard !path.utf8.contains(0) else { throw .noEntry }
    let number = directory.number
    switch reach {
    case .directory:
      return FileDescriptor(owning: try walker.open(path, flags, mode: 0, in: number, boundary: .refusing))
    case .anywhere:
      return FileDescriptor(owning: try SystemCall.run { clinux_openat(number, path, flags, 0) })
    }
  }

  private func explain(_ error: Errno, _ path: String) -> HostError {
    switch error {
    case .tooLarge:
      HostError(
        "read", path, said: "larger than \(Limits.referenceBytes >> 20) MiB, the most that is put into a manifest")
    case .crossDevice where reach == .directory:
      HostError("read", path, said: "it is not below the manifest's directory; --allow-outside takes it all the same")
    default:
      HostError("read", path, error)
    }
  }
}
