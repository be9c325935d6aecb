internal import Core
internal import Glibc

/// Some ports of one transport in a peer test: this end's listeners on them, and its tries to reach the other end's. Both
/// ends do the same at the same time.
struct PortBatch {
  private let transport: TransportProtocol
  private let ports: [UInt16]
  private let local: IPAddress
  private let remote: IPAddress
  private let mark: ProbeMark
  /// What became of each port's listener here.
  private(set) var listeners: [PortListener] = []
  private var answerers: [PortAnswerer] = []
  private var attempts: [PortAttempt] = []

  /// Listens on those of `ports` that `offers` says yes to.
  init(
    _ transport: TransportProtocol, _ ports: [UInt16], between connection: PeerConnection, mark: ProbeMark,
    offers: (UInt16) -> Bool
  ) {
    self.transport = transport
    self.ports = ports
    local = connection.local.ip
    remote = connection.remote.ip
    self.mark = mark
    for (index, port) in ports.enumerated() {
      guard offers(port) else {
        listeners.append(.notOffered)
        continue
      }
      do throws(Errno) {
        let address = SocketAddress(local, port: port)
        answerers.append(
          try PortAnswerer(transport, at: address, index: index, remote: connection.remote.ip, mark: mark))
        listeners.append(.listening)
      } catch {
        listeners.append(error == Errno(EADDRINUSE) ? .inUse : .unable(errno: UInt8(clamping: error.code)))
      }
    }
  }

  /// Begins to try the other end's ports, knowing what became of its listeners: one each port.
  mutating func begin(against theirs: [PortListener]) {
    attempts = zip(ports, theirs).map { port, listener in
      PortAttempt(
        transport, from: local, to: SocketAddress(remote, port: port), listener: listener, mark: mark)
    }
  }

  /// Whether this end's own tries are over.
  var isDecided: Bool { attempts.allSatisfy { $0.outcome != nil } }

  /// What came of all tries, of both ends, once they are over.
  func tally() -> PortOutcomes {
    var heard = [Bool](repeating: false, count: ports.count)
    for answerer in answerers where answerer.heard { heard[answerer.index] = true }
    if transport == .tcp, answerers.contains(where: { !$0.heard }) {
      let halfOpen = HalfOpenConnections.ports(from: remote)
      for answerer in answerers where halfOpen.contains(ports[answerer.index]) { heard[answerer.index] = true }
    }
    return PortOutcomes(tries: attempts.map { $0.outcome ?? .notTried }, heard: heard)
  }

  /// One wait, for a try, for the other end's tries, or for `control`, and what follows from it; true when `control` has
  /// something to read.
  mutating func step(watching control: Socket?, _ wait: PeerWait) throws(PeerTrouble) -> Bool {
    var interests: [Poll.Interest] = control.map { [.readable($0.number)] } ?? []
    let own = interests.count
    let waiting = attempts.indices.filter { attempts[$0].interest != nil }
    interests += waiting.compactMap { attempts[$0].interest }
    let called = interests.count
    for answerer in answerers { interests += answerer.interests }
    let moment = waiting.map { attempts[$0].moment }.min() ?? .never
    let ready = try wait.ready(interests, until: moment)
    if wait.deadline.hasPassed { throw .timedOut("the end of the port test") }
    for (offset, index) in waiting.enumerated() { attempts[index].advance(isReady: ready[own + offset]) }
    var next = called
    for index in answerers.indices {
      let count = answerers[index].interests.count
      answerers[index].advance(ready: ready[next..<(next + count)])
      next += count
    }
    return own > 0 && ready[0]
  }
}
