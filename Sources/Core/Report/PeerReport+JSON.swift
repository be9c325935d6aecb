extension PeerReport {
  /// For programs; its schema is `schemas/peer.schema.json`.
  package var json: JSON {
    [
      "version": 1, "command": "peer", "address": .string(address), "status": .integer(Int(status.rawValue)),
      "end": .string(endText),
      "sessions": .array(accounts.map(\.json)),
      "turnedAway": [
        "notAllowed": .integer(strangers.notAllowed), "wrongToken": .integer(strangers.wrongToken),
        "others": .integer(strangers.others),
      ],
    ]
  }

  private var endText: String {
    switch end {
    case .done: "done"
    case .timeIsOver: "time-is-over"
    case .interrupted: "interrupted"
    }
  }
}

extension PeerSessionAccount {
  fileprivate var json: JSON {
    let problem: String? =
      switch end {
      case .finished: nil
      case .brokenOff(let why): why
      }
    return [
      "controller": .string(controller), "problem": JSON(problem), "microseconds": .integer(microseconds),
      "receivedBytes": .integer(Int(received)), "sentBytes": .integer(Int(sent)), "ports": .array(ports.map(\.json)),
    ]
  }
}

extension PeerSessionAccount.Port {
  fileprivate var json: JSON {
    [
      "transport": .string(transport.rawValue), "port": .integer(Int(port)), "listener": .string(listenerText),
      "heard": .bool(heard), "attempt": .string(attemptText),
    ]
  }

  private var listenerText: String {
    switch listener {
    case .listening: "listening"
    case .inUse: "in-use"
    case .unable: "unable"
    case .notOffered: "not-offered"
    }
  }

  private var attemptText: String {
    switch attempt {
    case .answered: "answered"
    case .connected: "connected"
    case .refused: "refused"
    case .unreachable: "unreachable"
    case .silent: "silent"
    case .notTried: "not-tried"
    }
  }
}
