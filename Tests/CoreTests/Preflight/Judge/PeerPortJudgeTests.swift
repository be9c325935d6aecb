import Testing

@testable import Core

struct PeerPortJudgeTests {
  private static let paths: [(PortListener, PortTry, heard: Bool, PortPath)] = [
    (.listening, .answered, true, .open), (.listening, .connected, false, .intercepted),
    (.listening, .connected, true, .answerLost), (.listening, .refused, false, .rejected),
    (.listening, .unreachable(errno: 113), false, .noRoute(errno: 113)), (.listening, .silent, false, .dropped),
    (.listening, .silent, true, .answerLost), (.listening, .notTried, false, .untested("the test ended before it")),
    (.inUse, .connected, false, .openToHolder), (.inUse, .refused, false, .inUse), (.inUse, .silent, false, .dropped),
    (.inUse, .notTried, false, .inUse), (.unable(errno: 13), .connected, false, .openToHolder),
    (.unable(errno: 13), .refused, false, .nothingListens(errno: 13)), (.unable(errno: 13), .silent, false, .dropped),
    (.unable(errno: 13), .notTried, false, .nothingListens(errno: 13)),
    (.notOffered, .silent, false, .untested("the other node was not told to open it")),
  ]

  @Test("a try and a listener together tell the way", arguments: paths)
  func path(listener: PortListener, attempt: PortTry, heard: Bool, path: PortPath) {
    #expect(PortPath(listener: listener, attempt: attempt, heard: heard) == path)
  }

  private func verdict(_ ports: ClosedRange<UInt16>, _ readings: [UInt16: PeerPortReading]) throws -> Verdict {
    var all = PeerPortReadings(untested: "the session broke off")
    for (port, reading) in readings { all[.tcp, port] = reading }
    let requirement = PortRequirement(transport: .tcp, ranges: [Sample.stated(PortRange(ports))])
    return try Sample.only(
      requirement.judge(
        peer: PeerReadings(
          host: "db-2", session: Evidence(source: "10.0.0.2:4242", text: "session"), rate: nil, ports: all)))
  }

  private static let open = PeerPortReading(toPeer: .open, fromPeer: .open)

  private static let single: [(PortPath, PortPath, String)] = [
    (.open, .open, "pass reachable"), (.openToHolder, .open, "pass in use on db-2, and reachable"),
    (.open, .openToHolder, "pass in use on this node, and reachable"),
    (.dropped, .open, "fail blocked: dropped on the way to db-2"),
    (.open, .dropped, "fail blocked: dropped on the way from db-2 to this node"),
    (.answerLost, .open, "fail blocked: what goes to db-2 arrives, its answer does not come back"),
    (.rejected, .open, "fail blocked: rejected on the way to db-2"),
    (.noRoute(errno: 113), .open, "fail blocked: no way to db-2 (no route to host)"),
    (.intercepted, .open, "unknown not known: on the way to db-2 something else took the connection"),
    (.nothingListens(errno: 13), .open, "unknown not known: nothing listens on db-2 (permission denied)"),
    (.inUse, .open, "unknown not known: in use on db-2"),
    (.untested("why"), .untested("why"), "unknown not tested: why"),
    (
      .inUse, .dropped,
      "fail blocked: dropped on the way from db-2 to this node; not known: in use on db-2"
    ),
  ]

  @Test("each way has its outcome and its words", arguments: single)
  func words(toPeer: PortPath, fromPeer: PortPath, gist: String) throws {
    let verdict = try verdict(80...80, [80: PeerPortReading(toPeer: toPeer, fromPeer: fromPeer)])
    #expect(verdict.gist == gist)
    #expect(verdict.id.text == "peer:db-2:tcp/80")
    #expect(verdict.wanted == "reachable in both directions")
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test("the ports of a range that differ are listed, neighbours together, failures first")
  func range() throws {
    var readings: [UInt16: PeerPortReading] = [:]
    for port in UInt16(8000)...8009 { readings[port] = Self.open }
    readings[8000] = PeerPortReading(toPeer: .openToHolder, fromPeer: .open)
    for port in [8003, 8004, 8005, 8009] as [UInt16] {
      readings[port] = PeerPortReading(toPeer: .dropped, fromPeer: .open)
    }
    #expect(
      try verdict(8000...8009, readings).gist
        == "fail 8003-8005, 8009 blocked: dropped on the way to db-2; 8000 in use on db-2, and reachable")
  }

  @Test("a port that was not come to is unknown, and one beside it keeps its outcome")
  func untested() throws {
    #expect(
      try verdict(80...81, [80: Self.open]).gist == "unknown 81 not tested: the session broke off")
  }

  @Test("all ports of a transport are judged, the last one too")
  func all() throws {
    var readings: [UInt16: PeerPortReading] = [:]
    for port in UInt16(1)...65535 { readings[port] = Self.open }
    #expect(try verdict(1...65535, readings).gist == "pass reachable")
    readings[65535] = PeerPortReading(toPeer: .rejected, fromPeer: .open)
    #expect(try verdict(1...65535, readings).gist == "fail 65535 blocked: rejected on the way to db-2")
  }

  @Test("a selection leaves ports out by the names that their checks have")
  func selection() throws {
    let requirement = PortRequirement(
      transport: .udp, ranges: [Sample.stated(PortRange(53...53)), Sample.stated(PortRange(8472...8472))])
    let checks = PeerChecks(
      "fd00::2", [.ports(requirement)], CheckSelection(skip: [try CheckPattern("peer:fd00::2:udp/53")]))
    #expect(checks.ids.map(\.text) == ["peer:fd00::2:udp/53", "peer:fd00::2:udp/8472"])
    #expect(checks.ports.flatMap(\.ranges).map(\.value.description) == ["8472"])
    #expect(checks.skipped.map(\.gist) == ["skipped --skip peer:fd00::2:udp/53"])
  }
}
