/// What `bringup peer` comes to.
package struct PeerReport: Sendable {
  package enum End: Hashable, Sendable {
    /// As many sessions as asked for were held.
    case done
    case timeIsOver
    case interrupted(signal: Int32)
  }

  /// Connections that became no session.
  package struct Strangers: Hashable, Sendable {
    package var notAllowed = 0
    package var wrongToken = 0
    /// Other programs, port scans, connections that said nothing.
    package var others = 0

    package init() {}
  }

  /// Where it listened.
  package let address: String
  /// As many as were asked for.
  package let sessions: Int
  /// Those that were held.
  package var accounts: [PeerSessionAccount] = []
  package var strangers = Strangers()
  package var end = End.done

  package init(address: String, sessions: Int) {
    self.address = address
    self.sessions = sessions
  }

  /// A session that broke off has failed; one that never came is nothing known.
  package var status: ExitStatus {
    let isBroken = accounts.contains { account in
      switch account.end {
      case .finished: false
      case .brokenOff: true
      }
    }
    if isBroken { return .failed }
    return accounts.count < sessions ? .undetermined : .done
  }
}
