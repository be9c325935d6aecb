internal import Core
internal import Glibc

/// A way to a program of this node that takes datagrams at a socket of the file system (unix(7)).
struct Datagrams: ~Copyable {
  private let socket: FileDescriptor

  init(to address: UnixAddress) throws(Errno) {
    let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let socket = FileDescriptor(owning: try SystemCall.run { Glibc.socket(AF_UNIX, kind, 0) })
    let number = socket.number
    try SystemCall.run { address.with { Glibc.connect(number, $0, $1) } }
    self.socket = socket
  }

  /// Fails with ETIMEDOUT where there is no room for it by `deadline`: whoever takes them may be stopped.
  func send(_ datagram: [UInt8], until deadline: MonotonicTime) throws(Errno) {
    let number = socket.number
    while true {
      do throws(Errno) {
        try SystemCall.run { Glibc.send(number, datagram, datagram.count, Int32(MSG_NOSIGNAL)) }
        return
      } catch {
        guard error == .wouldBlock else { throw error }
        guard try Poll.wait(for: .writable(number), until: deadline) else { throw .timedOut }
      }
    }
  }
}
