internal import Glibc

/// The address of a socket in the file system (unix(7)).
struct UnixAddress {
  private let raw: sockaddr_un

  /// Fails with ENAMETOOLONG where `path` has no room: 108 bytes with the NUL.
  init(_ path: String) throws(Errno) {
    var raw = sockaddr_un()
    raw.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &raw.sun_path) { room in
      guard path.utf8.count < room.count else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    guard fits else { throw Errno(ENAMETOOLONG) }
    self.raw = raw
  }

  func with<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    withUnsafePointer(to: raw) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}
