/// The ways to and from the ports of one range, those of the same kind together.
struct PortPathSurvey {
  private enum Direction: Hashable {
    case toPeer
    case fromPeer
    /// Of what is so for the same reason in both.
    case both
  }

  private struct Way: Hashable {
    let path: PortPath
    let direction: Direction
  }

  private struct Group {
    let way: Way
    var ranges: [ClosedRange<UInt16>]
  }

  private let host: String
  private let range: PortRange
  /// Those that are not simply open; failures first, then by the lowest port.
  private let groups: [Group]

  init(_ range: PortRange, _ transport: TransportProtocol, _ readings: PeerReadings) {
    host = Printable.escape(readings.host)
    self.range = range
    var places: [Way: Int] = [:]
    var groups: [Group] = []
    for port in range.bounds {
      for way in Self.ways(readings.ports[transport, port]) where way.path != .open {
        if let place = places[way] {
          Self.append(port, to: &groups[place].ranges)
        } else {
          places[way] = groups.count
          groups.append(Group(way: way, ranges: [port...port]))
        }
      }
    }
    let ranks = Dictionary(uniqueKeysWithValues: groups.indices.map { (groups[$0].way, $0) })
    self.groups = groups.sorted { left, right in
      (left.way.path.rank, ranks[left.way] ?? 0) < (right.way.path.rank, ranks[right.way] ?? 0)
    }
  }

  private static func ways(_ reading: PeerPortReading) -> [Way] {
    if case .untested = reading.toPeer, reading.fromPeer == reading.toPeer {
      return [Way(path: reading.toPeer, direction: .both)]
    }
    return [Way(path: reading.toPeer, direction: .toPeer), Way(path: reading.fromPeer, direction: .fromPeer)]
  }

  private static func append(_ port: UInt16, to ranges: inout [ClosedRange<UInt16>]) {
    guard let last = ranges.last, last.upperBound == port - 1 else { return ranges.append(port...port) }
    ranges[ranges.count - 1] = last.lowerBound...port
  }

  var outcome: Verdict.Outcome { groups.first?.way.path.outcome ?? .pass }

  /// `8081-8083 dropped on the way to db-2; 8085 in use on db-2, and reachable`
  var text: String {
    groups.isEmpty ? "reachable" : Wording.some(groups.map(phrase), separator: "; ")
  }

  private func phrase(_ group: Group) -> String {
    let (target, way) =
      switch group.way.direction {
      case .toPeer: (host, "to \(host)")
      case .fromPeer: ("this node", "from \(host) to this node")
      case .both: ("both", "either way")
      }
    let phrase =
      switch group.way.path {
      case .open: "reachable"
      case .openToHolder: "in use on \(target), and reachable"
      case .dropped: "blocked: dropped on the way \(way)"
      case .answerLost: "blocked: what goes \(way) arrives, its answer does not come back"
      case .rejected: "blocked: rejected on the way \(way)"
      case .noRoute(let errno): "blocked: no way \(way) (\(LinuxError.text(errno)))"
      case .intercepted: "not known: on the way \(way) something else took the connection"
      case .nothingListens(let errno): "not known: nothing listens on \(target) (\(LinuxError.text(errno)))"
      case .inUse: "not known: in use on \(target)"
      case .untested(let why): "not tested: \(Printable.escape(why))"
      }
    if group.ranges == [range.bounds] { return phrase }
    return "\(Wording.some(group.ranges.map { PortRange($0).description })) \(phrase)"
  }

  /// Nil where there is nothing to do.
  var remedy: String? {
    switch groups.first?.way.path {
    case nil, .open, .openToHolder: nil
    case .dropped, .answerLost, .rejected, .noRoute:
      "Open it between this node and \(host): the cloud's security groups and network ACLs, nft list ruleset on both."
    case .intercepted:
      "See what stands between the two nodes: a proxy, a load balancer, a redirect (nft list ruleset on both)."
    case .nothingListens:
      "Run `bringup peer` as root on \(host), and this as root here: ports below 1024 need it."
    case .inUse:
      "Stop what holds it for the time of the test (ss -lntup), or look at that program's own health."
    case .untested:
      "Run `bringup peer` with this profile on \(host), then this again with its token."
    }
  }
}

extension PortPath {
  var outcome: Verdict.Outcome {
    switch self {
    case .open, .openToHolder: .pass
    case .dropped, .answerLost, .rejected, .noRoute: .fail
    case .intercepted, .nothingListens, .inUse, .untested: .unknown
    }
  }

  /// The worse, the lower.
  fileprivate var rank: Int {
    switch outcome {
    case .fail: 0
    case .unknown: 1
    case .warn, .pass, .skipped: 2
    }
  }
}
