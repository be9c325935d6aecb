internal import Core
internal import Glibc

/// One try to reach a port of the other end, as far as it got.
struct PortAttempt {
  private enum State {
    /// TCP: a connection is being made; then the listener is asked, where it is the test's.
    case connecting(Socket)
    /// TCP: waiting for the answer, of which this much came.
    case asked(Socket, [UInt8])
    /// UDP: asked so many times, to be asked again at a moment.
    case calling(Socket, count: Int, again: MonotonicTime)
    case decided(PortTry)
  }

  private let target: SocketAddress
  private let mark: ProbeMark
  private let isOurs: Bool
  private let deadline: MonotonicTime
  private var state: State

  /// TCP asks anew after one second and three (RFC 6298); a lost packet or two are no firewall.
  private static let patience = Duration.milliseconds(3_500)
  /// From one UDP question to the next; after the last one comes the end.
  private static let pauses = [200, 400, 800, 1_600].map { Duration.milliseconds($0) }

  /// Begins to try `target` from `source`. What listens there tells how: another program's TCP port is only connected to,
  /// and sent nothing; its UDP port is left alone.
  init(
    _ transport: TransportProtocol, from source: IPAddress, to target: SocketAddress, listener: PortListener,
    mark: ProbeMark
  ) {
    self.target = target
    self.mark = mark
    isOurs = listener == .listening
    deadline = .now + Self.patience
    state = .decided(.notTried)
    guard isOurs || transport == .tcp && listener != .notOffered else { return }
    do throws(Errno) {
      let socket = try Socket(transport, target.ip.family)
      try socket.bind(to: SocketAddress(source, port: 0))
      try socket.connect(to: target)
      switch transport {
      case .tcp:
        state = .connecting(socket)
      case .udp:
        state = .calling(socket, count: 0, again: .now)
        try call(socket, count: 0)
      }
    } catch {
      state = .decided(Self.outcome(of: error))
    }
  }

  /// Nil while it is not known.
  var outcome: PortTry? {
    if case .decided(let outcome) = state { outcome } else { nil }
  }

  /// What to wait for; nil once it is decided.
  var interest: Poll.Interest? {
    switch state {
    case .connecting(let socket): .writable(socket.number)
    case .asked(let socket, _), .calling(let socket, _, _): .readable(socket.number)
    case .decided: nil
    }
  }

  /// When to look again even where nothing happens.
  var moment: MonotonicTime {
    switch state {
    case .calling(_, _, let again): min(again, deadline)
    case .connecting, .asked: deadline
    case .decided: .never
    }
  }

  /// Goes on after the wait: `isReady` is whether ``interest`` came true.
  mutating func advance(isReady: Bool) {
    do throws(Errno) {
      switch state {
      case .connecting(let socket) where isReady: try finishConnecting(socket)
      case .asked(let socket, let answer) where isReady: try readAnswer(socket, answer)
      case .calling(let socket, _, _) where isReady: try readDatagram(socket)
      case .calling(let socket, let count, let again) where again.hasPassed: try call(socket, count: count)
      case .connecting where deadline.hasPassed: state = .decided(.silent)
      case .asked where deadline.hasPassed: state = .decided(.connected)
      case .connecting, .asked, .calling, .decided: break
      }
    } catch {
      if case .asked = state {
        // Cut off by somebody who is not the test.
        state = .decided(.connected)
      } else {
        state = .decided(Self.outcome(of: error))
      }
    }
  }

  private mutating func finishConnecting(_ socket: Socket) throws(Errno) {
    if let error = try socket.connectionError() { throw error }
    guard isOurs else {
      state = .decided(.connected)
      return
    }
    state = .asked(socket, [])
    try socket.resetOnClose()
    // A new connection has room for a few bytes.
    _ = try socket.send(mark.question(target.port))
  }

  private mutating func readAnswer(_ socket: Socket, _ soFar: [UInt8]) throws(Errno) {
    var buffer = [UInt8](repeating: 0, count: ProbeMark.size)
    guard let count = try socket.receive(into: &buffer) else { return }
    let answer = soFar + buffer[..<count]
    if count > 0, answer.count < ProbeMark.size {
      state = .asked(socket, answer)
    } else {
      state = .decided(answer == mark.answer(target.port) ? .answered : .connected)
    }
  }

  private mutating func readDatagram(_ socket: Socket) throws(Errno) {
    var buffer = [UInt8](repeating: 0, count: ProbeMark.size + 1)
    guard let count = try socket.receive(into: &buffer) else { return }
    if Array(buffer[..<count]) == mark.answer(target.port) { state = .decided(.answered) }
  }

  private mutating func call(_ socket: Socket, count: Int) throws(Errno) {
    guard count < Self.pauses.count else {
      state = .decided(.silent)
      return
    }
    state = .calling(socket, count: count + 1, again: .now + Self.pauses[count])
    _ = try socket.send(mark.question(target.port))
  }

  private static func outcome(of error: Errno) -> PortTry {
    switch error.code {
    case ECONNREFUSED, ECONNRESET: .refused
    case ETIMEDOUT: .silent
    // This process's own shortage says nothing about the way.
    case EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL: .notTried
    case _: .unreachable(errno: UInt8(clamping: error.code))
    }
  }
}
