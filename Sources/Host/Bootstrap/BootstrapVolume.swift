internal import CLinux
package import Core
internal import Glibc

/// A directory that may have a `bootstrap.sh`, mostly a volume of a container.
///
/// Kubernetes changes a ConfigMap, Secret, downward API or projected volume by renaming one symbolic link, `..data`, to a
/// new directory, to whose files all names lead; the old directory is then removed, whoever still uses it (kubelet's
/// `atomic_writer.go`).
package struct BootstrapVolume: ~Copyable {
  package let name: PathArgument
  private let directory: FileDescriptor

  package init(_ name: PathArgument) throws(HostError) {
    self.name = name
    do throws(Errno) {
      directory = FileDescriptor(owning: try BootstrapVolume.open(name.text, in: AT_FDCWD))
    } catch {
      throw HostError("open volume", name.text, error)
    }
  }

  /// The name of the directory that holds the volume's present state; nil where the volume has no such directory.
  func snapshot() throws(Errno) -> String? {
    do throws(Errno) {
      let target = try SymbolicLink.target(of: "..data", in: directory.number)
      return target.utf8.contains(UInt8(ascii: "/")) ? nil : target
    } catch {
      if error == .noEntry || error == .invalid { return nil }
      throw error
    }
  }

  /// The volume as it is now, and stays. The state may go while it is looked at: then there is a newer one.
  func state() throws(HostError) -> VolumeState {
    do throws(Errno) {
      for _ in 0..<3 {
        guard let snapshot = try snapshot() else { break }
        do throws(Errno) {
          let number = try BootstrapVolume.open(snapshot, in: directory.number)
          return try .passing(
            FileDescriptor(owning: number), path: "\(try absolutePath())/\(snapshot)", snapshot: snapshot)
        } catch {
          if error != .noEntry { throw error }
        }
      }
      let number = try BootstrapVolume.open(".", in: directory.number)
      return .lasting(FileDescriptor(owning: number), path: try absolutePath())
    } catch {
      throw HostError("read", name.text, error)
    }
  }

  /// The script runs in another working directory than this process.
  private func absolutePath() throws(Errno) -> String {
    if name.text.utf8.first == UInt8(ascii: "/") { return name.text }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { throw Errno(errno) }
    return "\(String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))/\(name.text)"
  }

  private static func open(_ name: String, in directory: Int32) throws(Errno) -> Int32 {
    try SystemCall.run { clinux_openat(directory, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
  }
}
