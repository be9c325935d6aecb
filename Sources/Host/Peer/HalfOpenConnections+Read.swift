internal import Core
internal import Glibc

extension HalfOpenConnections {
  /// The ports of this node that `remote` is half connected to now; nothing where the kernel's list cannot be read, by which
  /// a lost answer looks like a lost question.
  static func ports(from remote: IPAddress) -> Set<UInt16> {
    let name =
      switch remote.family {
      case .four: "/proc/thread-self/net/tcp"
      case .six: "/proc/thread-self/net/tcp6"
      }
    do throws(Errno) {
      let file = FileDescriptor(owning: try SystemCall.run { open(name, O_RDONLY | O_CLOEXEC) })
      return ports(from: remote, in: try file.readToEnd(limit: Limits.kernelFileBytes))
    } catch {
      return []
    }
  }
}
