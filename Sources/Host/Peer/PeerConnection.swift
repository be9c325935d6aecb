internal import Core
internal import Glibc

/// The TCP connection that the two ends of a peer test talk over, in whole messages.
struct PeerConnection {
  let socket: Socket
  let local: SocketAddress
  let remote: SocketAddress
  /// Came, and is no whole message yet.
  private var received: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 8 << 10)

  init(_ socket: Socket, remote: SocketAddress) throws(PeerTrouble) {
    self.socket = socket
    self.remote = remote
    do throws(Errno) {
      local = try socket.localAddress()
      try socket.sendAtOnce()
    } catch {
      throw .refusedByKernel("set up the connection", error)
    }
  }

  /// Connects to `address` within `wait`.
  static func open(_ address: SocketAddress, _ wait: PeerWait) throws(PeerTrouble) -> PeerConnection {
    let socket: Socket
    do throws(Errno) {
      socket = try Socket(.tcp, address.ip.family)
      try socket.connect(to: address)
    } catch {
      throw .refusedByKernel("connect", error)
    }
    guard try wait.ready([.writable(socket.number)])[0] else {
      throw .timedOut("an answer to connect")
    }
    do throws(Errno) {
      if let error = try socket.connectionError() { throw error }
    } catch {
      throw .refusedByKernel("connect", error)
    }
    return try PeerConnection(socket, remote: address)
  }

  func send(_ message: PeerMessage, _ wait: PeerWait) throws(PeerTrouble) {
    let bytes = message.bytes
    var offset = 0
    while offset < bytes.count {
      do throws(Errno) {
        offset += try socket.send(bytes, from: offset) ?? 0
      } catch {
        throw Self.trouble("send", error)
      }
      if offset < bytes.count, !(try wait.ready([.writable(socket.number)])[0]) { throw .timedOut("room to send") }
    }
  }

  /// The next message, waiting for it.
  mutating func receive(_ wait: PeerWait) throws(PeerTrouble) -> PeerMessage {
    while true {
      if let message = try next() { return message }
      guard try wait.ready([.readable(socket.number)])[0] else { throw .timedOut("the next message") }
    }
  }

  /// The next message, nil while it is not all there. That the other end sends one away is thrown, wherever it comes.
  mutating func next() throws(PeerTrouble) -> PeerMessage? {
    while true {
      if let message = try decoded() {
        if case .refused(let refusal) = message { throw .sentAway(refusal) }
        return message
      }
      let count: Int?
      do throws(Errno) {
        count = try socket.receive(into: &buffer)
      } catch {
        throw Self.trouble("receive", error)
      }
      guard let count else { return nil }
      if count == 0 { throw .closed }
      received += buffer[..<count]
    }
  }

  private mutating func decoded() throws(PeerTrouble) -> PeerMessage? {
    do throws(PeerFault) {
      guard let (message, size) = try PeerMessage.decode(received[...]) else { return nil }
      received.removeFirst(size)
      return message
    } catch {
      throw .fault(error)
    }
  }

  private static func trouble(_ operation: String, _ errno: Errno) -> PeerTrouble {
    errno == Errno(ECONNRESET) || errno == Errno(EPIPE) ? .closed : .refusedByKernel(operation, errno)
  }
}
