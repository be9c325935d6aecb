internal import CLinux
internal import Core
internal import Glibc

/// A socket of TCP or UDP that never waits: what would have to is nil, and the caller waits with ``Poll``. Closed when the
/// last one who knows it lets go.
final class Socket {
  private let descriptor: FileDescriptor

  var number: Int32 { descriptor.number }

  init(_ transport: TransportProtocol, _ family: IPAddress.Family) throws(Errno) {
    let type =
      switch transport {
      case .tcp: SOCK_STREAM
      case .udp: SOCK_DGRAM
      }
    let domain =
      switch family {
      case .four: AF_INET
      case .six: AF_INET6
      }
    let flags = Int32(type.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    descriptor = FileDescriptor(owning: try SystemCall.run { socket(domain, flags, 0) })
    // One family a socket, so that a port held in the other one is not in the way.
    if family == .six { try set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, Int32(1)) }
  }

  private init(owning number: Int32) {
    descriptor = FileDescriptor(owning: number)
  }

  /// A TCP socket that takes connections at `address`, however recently others ended there (TIME_WAIT).
  static func listening(at address: SocketAddress, backlog: Int32) throws(Errno) -> Socket {
    let socket = try Socket(.tcp, address.ip.family)
    try socket.set(SOL_SOCKET, SO_REUSEADDR, Int32(1))
    try socket.bind(to: address)
    let number = socket.number
    try SystemCall.run { listen(number, backlog) }
    return socket
  }

  func bind(to address: SocketAddress) throws(Errno) {
    let number = self.number
    try SystemCall.run { address.withPointer { Glibc.bind(number, $0, $1) } }
  }

  /// Begins to connect: once the socket is writable, ``connectionError()`` tells how it went.
  func connect(to address: SocketAddress) throws(Errno) {
    let number = self.number
    do throws(Errno) {
      _ = try SystemCall.run { address.withPointer { Glibc.connect(number, $0, $1) } }
    } catch {
      // A call that was interrupted and is made again finds the first one under way (connect(2)).
      if error != .inProgress, error != Errno(EALREADY), error != Errno(EISCONN) { throw error }
    }
  }

  /// What is wrong with the connection (SO_ERROR); nil where nothing is. Asking clears it.
  func connectionError() throws(Errno) -> Errno? {
    let number = self.number
    var outcome: Int32 = 0
    var size = socklen_t(MemoryLayout.size(ofValue: outcome))
    try SystemCall.run { getsockopt(number, SOL_SOCKET, SO_ERROR, &outcome, &size) }
    return outcome == 0 ? nil : Errno(outcome)
  }

  /// A connection that waits to be taken, and whose it is; nil where there is none, or it is gone already.
  func accept() throws(Errno) -> (Socket, SocketAddress)? {
    let number = self.number
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    do throws(Errno) {
      let (accepted, address) = try SocketAddress.filled { clinux_accept(number, $0, $1, flags) }
      return (Socket(owning: accepted), address)
    } catch {
      if error == .wouldBlock || error == Errno(ECONNABORTED) { return nil }
      throw error
    }
  }

  func localAddress() throws(Errno) -> SocketAddress {
    let number = self.number
    return try SocketAddress.filled { getsockname(number, $0, $1) }.1
  }

  /// Ends the connection with a reset when it is closed, so that it leaves nothing behind (no TIME_WAIT).
  func resetOnClose() throws(Errno) {
    try set(SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
  }

  /// Sends small messages at once (TCP_NODELAY).
  func sendAtOnce() throws(Errno) {
    try set(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
  }

  private func set<Value>(_ level: Int32, _ option: Int32, _ value: Value) throws(Errno) {
    let number = self.number
    try SystemCall.run {
      withUnsafeBytes(of: value) { setsockopt(number, level, option, $0.baseAddress, socklen_t($0.count)) }
    }
  }
}
