internal import Core
internal import Glibc

/// A listener of the test on one port: it answers the other end's questions, and nobody else's.
struct PortAnswerer {
  /// A connection that was taken, and what came over it so far.
  private struct Caller {
    let socket: Socket
    var question: [UInt8] = []
  }

  /// Its port's place in the batch.
  let index: Int
  /// Whether a question of the other end came in.
  private(set) var heard = false
  private let transport: TransportProtocol
  private let port: UInt16
  private let remote: IPAddress
  private let mark: ProbeMark
  private let listener: Socket
  private var caller: Caller?

  init(
    _ transport: TransportProtocol, at address: SocketAddress, index: Int, remote: IPAddress, mark: ProbeMark
  ) throws(Errno) {
    self.transport = transport
    self.index = index
    self.remote = remote
    self.mark = mark
    port = address.port
    switch transport {
    case .tcp:
      listener = try .listening(at: address, backlog: 16)
    case .udp:
      listener = try Socket(.udp, address.ip.family)
      try listener.bind(to: address)
    }
  }

  /// The listener, and the caller where one is there: one at a time, so that callers cannot use up descriptors.
  var interests: [Poll.Interest] {
    [.readable(listener.number)] + (caller.map { [.readable($0.socket.number)] } ?? [])
  }

  /// Goes on after a wait for ``interests``. What fails with one caller is that caller's loss: the other end sees it.
  mutating func advance(ready: ArraySlice<Bool>) {
    if caller != nil, ready.last == true { hear() }
    guard ready.first == true else { return }
    switch transport {
    case .tcp: accept()
    case .udp: answerDatagrams()
    }
  }

  /// A caller who does not say anything gives way to the next one.
  private mutating func accept() {
    do throws(Errno) {
      guard let (socket, address) = try listener.accept(), address.ip == remote else { return }
      caller = Caller(socket: socket)
    } catch {
      caller = nil
    }
  }

  private mutating func hear() {
    guard var current = caller else { return }
    caller = nil
    var buffer = [UInt8](repeating: 0, count: ProbeMark.size)
    do throws(Errno) {
      guard let count = try current.socket.receive(into: &buffer), count > 0 else { return }
      current.question += buffer[..<count]
      guard current.question.count >= ProbeMark.size else {
        caller = current
        return
      }
      guard current.question == mark.question(port) else { return }
      heard = true
      _ = try current.socket.send(mark.answer(port))
    } catch {
      caller = nil
    }
  }

  private mutating func answerDatagrams() {
    var buffer = [UInt8](repeating: 0, count: ProbeMark.size + 1)
    // A flood of others' datagrams must not keep the test from its other ports.
    for _ in 0..<16 {
      do throws(Errno) {
        guard let (count, sender) = try listener.receiveDatagram(into: &buffer) else { return }
        guard sender.ip == remote, Array(buffer[..<count]) == mark.question(port) else { continue }
        heard = true
        try listener.send(mark.answer(port), to: sender)
      } catch {
        // The error of an earlier answer (ICMP); the next question is read all the same.
        continue
      }
    }
  }
}
