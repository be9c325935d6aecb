extension PeerReport {
  /// What is printed once it listens, before anybody has come: where, and the token where nobody else knows it yet.
  package func announcement(_ format: ListingFormat, token: PeerToken?) -> [UInt8] {
    switch format {
    case .json:
      return JSON.object(
        [.init("listening", .string(address))] + (token.map { [.init("token", .string($0.text))] } ?? [])
      ).bytes(.compact) + [UInt8(ascii: "\n")]
    case .text:
      return Array(("listening on \(address)\n" + (token.map { "token \($0.text)\n" } ?? "")).utf8)
    }
  }

  /// For people: a line a session, and below it the ports that did not do.
  package func text(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> String {
    var lines: [String] = []
    for account in accounts where verbosity != .quiet || account.end != .finished {
      lines += account.lines(style, verbosity)
    }
    if verbosity != .quiet { lines += strangers.lines }
    switch end {
    case .done: break
    case .timeIsOver:
      lines.append("\(style.mark("its time is over", .warning)) after \(accounts.count) of \(sessions) sessions")
    case .interrupted(let signal):
      lines.append(
        "\(style.mark("ended by signal \(signal)", .warning)) after \(accounts.count) of \(sessions) sessions")
    }
    return lines.map { "\($0)\n" }.joined()
  }
}

extension PeerSessionAccount {
  fileprivate func lines(_ style: TextStyle, _ verbosity: CommonOptions.Verbosity) -> [String] {
    let heard = ports.count { $0.heard }
    let reached = ports.count { $0.attempt == .answered || $0.attempt == .connected }
    let numbers =
      "\(ports.count) ports: \(heard) reached here, \(reached) reached there; "
      + "received \(ByteCount(received)), sent \(ByteCount(sent))"
    let head =
      switch end {
      case .finished: "\(style.mark("session", .change)) with \(controller), \(numbers)"
      case .brokenOff(let why):
        "\(style.mark("broken off", .failure)) session with \(controller): \(Printable.escape(why)); \(numbers)"
      }
    let shown = verbosity == .verbose ? ports : ports.filter { !$0.isGood }
    return [head] + shown.prefix(Limits.peerPortLines).map { "    \($0.text)" }
      + (shown.count > Limits.peerPortLines ? ["    and \(shown.count - Limits.peerPortLines) more"] : [])
  }
}

extension PeerSessionAccount.Port {
  fileprivate var isGood: Bool { listener == .listening && heard && attempt == .answered }

  /// `tcp/8080 not reached here, reached there`
  fileprivate var text: String {
    let here =
      switch listener {
      case .listening: heard ? "reached here" : "not reached here"
      case .inUse: "in use here"
      case .unable(let errno): "could not be opened here (\(LinuxError.text(errno)))"
      case .notOffered: "not offered"
      }
    let there =
      switch attempt {
      case .answered: "reached there"
      case .connected: "connected there to another program"
      case .refused: "refused there"
      case .unreachable(let errno): "no way there (\(LinuxError.text(errno)))"
      case .silent: "no answer there"
      case .notTried: "not tried there"
      }
    return "\(transport.rawValue)/\(port) \(here), \(there)"
  }
}

extension PeerReport.Strangers {
  fileprivate var lines: [String] {
    let counts = [
      (notAllowed, "from an address that is not allowed"), (wrongToken, "with a wrong token"),
      (others, "that spoke no word of this test"),
    ]
    return counts.filter { $0.0 > 0 }.map {
      "turned away: \($0.0 == 1 ? "1 connection" : "\($0.0) connections") \($0.1)"
    }
  }
}
