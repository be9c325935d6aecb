package import Core

/// The near end of a peer test: one session with the peer, everything that a profile asks of the network between the two.
package enum PeerProbe {
  package struct Request: Sendable {
    package let peer: PeerAddress
    package let token: PeerToken
    /// Whose ports are to be tried, both ways.
    package let ports: [PortRequirement]
    /// What is to be measured, both ways; nil: nothing.
    package let rate: NetworkRateRequirement?
    /// For all of it.
    package let timeLimit: Duration

    package init(
      peer: PeerAddress, token: PeerToken, ports: [PortRequirement], rate: NetworkRateRequirement?,
      timeLimit: Duration? = nil
    ) {
      self.peer = peer
      self.token = token
      self.ports = ports
      self.rate = rate
      self.timeLimit = timeLimit ?? Self.timeLimit(for: ports)
    }

    /// Enough for all of them where every try is dropped, but no more than the peer gives a session.
    private static func timeLimit(for ports: [PortRequirement]) -> Duration {
      let count = ports.flatMap(\.ranges).reduce(0) { $0 + $1.value.bounds.count }
      return min(.seconds(60) + .seconds(4) * (count / Limits.peerBatchPorts + 2), Limits.peerSessionTime)
    }
  }

  /// What a session is at, for whoever shows progress.
  package enum Stage: Hashable, Sendable {
    case connecting
    case ports(done: Int, of: Int)
    case sending
    case receiving
  }

  /// Holds the session. Whatever goes wrong is in the readings: what was not come to is untested, and why.
  package static func run(
    _ request: Request, root: borrowing Root, interrupt: Interrupt?, progress: (Stage) -> Void
  ) -> PeerReadings {
    let wait = PeerWait(deadline: .now + request.timeLimit, interrupt: interrupt)
    progress(.connecting)
    do throws(HostError) {
      let addresses = try PeerName.addresses(of: request.peer, in: root)
      var run = try PeerRun.begin(request, at: addresses, wait)
      run.carryOut(progress)
      return run.readings
    } catch {
      let evidence = Evidence(source: request.peer.description, text: error.why)
      let rate = request.rate.map { _ in
        PeerRateReading(peer: request.peer.hostText, send: .notMeasured(evidence), receive: .notMeasured(evidence))
      }
      return PeerReadings(
        host: request.peer.hostText, session: evidence, rate: rate, ports: PeerPortReadings(untested: error.why))
    }
  }
}
