internal import Glibc

/// A TCP connection to a numeric address. Nothing here waits longer than it is told to.
struct TCPConnection: ~Copyable {
  private let socket: FileDescriptor

  /// Connects to `address`, IPv4 in dotted decimal or IPv6; EINVAL where it is neither.
  static func open(_ address: String, port: UInt16, until deadline: MonotonicTime) throws(Errno) -> TCPConnection {
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = port.bigEndian
    if inet_pton(AF_INET, address, &four.sin_addr) == 1 { return try open(AF_INET, four, until: deadline) }
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = port.bigEndian
    if inet_pton(AF_INET6, address, &six.sin6_addr) == 1 { return try open(AF_INET6, six, until: deadline) }
    throw .invalid
  }

  private static func open<Address>(
    _ family: Int32, _ address: Address, until deadline: MonotonicTime
  ) throws(Errno) -> TCPConnection {
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let socket = FileDescriptor(owning: try SystemCall.run { Glibc.socket(family, type, 0) })
    let number = socket.number
    let connected = withUnsafeBytes(of: address) { bytes in
      connect(number, bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
    }
    if connected == -1 {
      // After EINTR too the connection goes on being made (connect(2)).
      let error = Errno(errno)
      guard error == .inProgress || error == .interrupted else { throw error }
      guard try Poll.wait(for: .writable(number), until: deadline) else { throw .timedOut }
      var outcome: Int32 = 0
      var size = socklen_t(MemoryLayout.size(ofValue: outcome))
      try SystemCall.run { getsockopt(number, SOL_SOCKET, SO_ERROR, &outcome, &size) }
      if outcome != 0 { throw Errno(outcome) }
    }
    return TCPConnection(socket: socket)
  }

  private init(socket: consuming FileDescriptor) {
    self.socket = socket
  }

  func send(_ bytes: [UInt8], until deadline: MonotonicTime) throws(Errno) {
    let number = socket.number
    var offset = 0
    while offset < bytes.count {
      guard try Poll.wait(for: .writable(number), until: deadline) else { throw .timedOut }
      do throws(Errno) {
        offset += try SystemCall.run {
          bytes.withUnsafeBytes {
            Glibc.send(number, $0.baseAddress! + offset, $0.count - offset, Int32(MSG_NOSIGNAL))
          }
        }
      } catch {
        if error != .wouldBlock { throw error }
      }
    }
  }

  /// What has come, at most `buffer` full; 0 once the other side is done.
  func receive(into buffer: inout [UInt8], until deadline: MonotonicTime) throws(Errno) -> Int {
    let number = socket.number
    while true {
      guard try Poll.wait(for: .readable(number), until: deadline) else { throw .timedOut }
      do throws(Errno) {
        return try SystemCall.run { recv(number, &buffer, buffer.count, 0) }
      } catch {
        if error != .wouldBlock { throw error }
      }
    }
  }
}
