internal import Glibc

/// The address of a socket in the file system (unix(7)), or of one that has a name alone.
struct UnixAddress {
  private let raw: sockaddr_un
  private let size: socklen_t

  /// Fails with ENAMETOOLONG where `path` has no room: 108 bytes with the NUL.
  init(_ path: String) throws(Errno) {
    try self.init(Array(path.utf8) + [0])
  }

  /// As `NOTIFY_SOCKET` names it (sd_notify(3)): `/run/systemd/notify`, or `@NAME` for a name alone. EAFNOSUPPORT for any other.
  init(notifySocket name: String) throws(Errno) {
    switch name.utf8.first {
    case UInt8(ascii: "/"): try self.init(name)
    case UInt8(ascii: "@"): try self.init([0] + name.utf8.dropFirst())
    default: throw Errno(EAFNOSUPPORT)
    }
  }

  private init(_ name: [UInt8]) throws(Errno) {
    var raw = sockaddr_un()
    raw.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &raw.sun_path) { room in
      guard name.count <= room.count else { return false }
      room.copyBytes(from: name)
      return true
    }
    guard fits else { throw Errno(ENAMETOOLONG) }
    self.raw = raw
    size = socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + name.count)
  }

  func with<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    withUnsafePointer(to: raw) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }
}
