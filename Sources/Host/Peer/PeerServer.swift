package import Core

/// The far end of a peer test: waits for controllers that know the token, and serves one at a time.
package struct PeerServer {
  package struct Settings: Sendable {
    package let address: SocketAddress
    package let token: PeerToken
    package let offered: OfferedPorts
    /// Who may connect at all; empty for everybody who knows the token.
    package let allowed: [IPAddress]
    /// How many are served before it ends.
    package let sessions: Int
    /// How long it waits and works in all.
    package let timeLimit: Duration

    package init(
      address: SocketAddress, token: PeerToken, offered: OfferedPorts, allowed: [IPAddress], sessions: Int,
      timeLimit: Duration
    ) {
      self.address = address
      self.token = token
      self.offered = offered
      self.allowed = allowed
      self.sessions = sessions
      self.timeLimit = timeLimit
    }
  }

  private let settings: Settings
  private let listener: Socket
  private let wait: PeerWait
  /// What has happened so far; at first only where it listens, the port that the kernel chose included.
  package private(set) var report: PeerReport

  /// A stranger who says nothing keeps the door for no longer.
  private static let handshake = Duration.seconds(3)

  /// Listens; from now on controllers can connect.
  package init(_ settings: Settings, interrupt: Interrupt?) throws(HostError) {
    self.settings = settings
    wait = PeerWait(deadline: .now + settings.timeLimit, interrupt: interrupt)
    do throws(Errno) {
      listener = try .listening(at: settings.address, backlog: 16)
      report = PeerReport(address: try listener.localAddress().description, sessions: settings.sessions)
    } catch {
      throw HostError("listen on", settings.address.description, error)
    }
  }

  /// Serves until all sessions were held, the time is over, or a signal came.
  package mutating func run() throws(HostError) -> PeerReport {
    do throws(PeerTrouble) {
      while report.accounts.count < settings.sessions {
        guard try wait.ready([.readable(listener.number)])[0] else {
          report.end = .timeIsOver
          break
        }
        try serveNext()
      }
    } catch {
      switch error {
      case .interrupted(let signal): report.end = .interrupted(signal: signal)
      case .refusedByKernel(let operation, let errno): throw HostError(operation, report.address, errno)
      case .timedOut, .closed, .fault, .sentAway, .wrongToken, .sameNode:
        throw HostError("serve", report.address, said: error.sentence)
      }
    }
    return report
  }

  /// Takes the next connection, and serves it where it is a controller's. Only this end's own trouble is thrown.
  private mutating func serveNext() throws(PeerTrouble) {
    let accepted: (Socket, SocketAddress)?
    do throws(Errno) { accepted = try listener.accept() } catch { throw .refusedByKernel("accept", error) }
    guard let (socket, remote) = accepted else { return }
    guard settings.allowed.isEmpty || settings.allowed.contains(remote.ip) else {
      report.strangers.notAllowed += 1
      return
    }
    var connection = try PeerConnection(socket, remote: remote)
    let mark: ProbeMark
    do throws(PeerTrouble) {
      mark = try PeerHandshake.answer(&connection, settings.token, wait.atMost(Self.handshake))
    } catch {
      switch error {
      case .interrupted: throw error
      case .wrongToken: report.strangers.wrongToken += 1
      case .fault, .timedOut, .closed, .sentAway, .refusedByKernel, .sameNode: report.strangers.others += 1
      }
      return
    }
    try hold(connection, mark)
  }

  private mutating func hold(_ connection: PeerConnection, _ mark: ProbeMark) throws(PeerTrouble) {
    let start = MonotonicTime.now
    var session = PeerSession(
      connection, mark: mark, offered: settings.offered, listener: listener, wait.atMost(Limits.peerSessionTime))
    var end = PeerSessionAccount.End.finished
    var signal: PeerTrouble?
    do throws(PeerTrouble) {
      try session.run()
    } catch {
      end = .brokenOff(error.sentence)
      if case .interrupted = error { signal = error }
    }
    var account = session.account
    account.end = end
    account.microseconds = MonotonicTime.now.microseconds(since: start)
    report.accounts.append(account)
    if let signal { throw signal }
  }
}
