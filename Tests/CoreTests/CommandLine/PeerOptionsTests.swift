import Testing

@testable import Core

struct PeerOptionsTests {
  private struct NotThatCommand: Error {}

  private func peer(_ words: String...) throws -> PeerOptions {
    guard case .peer(let options) = try Invocation(["peer"] + words) else { throw NotThatCommand() }
    return options
  }

  @Test("peer with an address alone opens nothing, and holds one session with whoever has the token")
  func defaults() throws {
    let options = try peer("--listen", "10.0.0.2")
    #expect(options.address == .v4(0x0A00_0002))
    #expect(options.port == 4242)
    #expect(options.ports.isEmpty)
    #expect(options.allowed == [])
    #expect(options.tokenFile == nil)
    #expect(options.sessions == 1)
    #expect(options.timeLimit == TimeSpan(microseconds: 600_000_000))
  }

  @Test("every option of peer reaches its value")
  func everything() throws {
    let options = try peer(
      "--listen", "[fd00::2]:99", "--profile", "db", "--ports", "80", "--ports=udp/53", "--allow", "fd00::1",
      "--allow=fd00::3", "--token-file", "-", "--sessions", "3", "--timeout=1h", "--format", "json", "app.yaml")
    #expect(options.address.bracketed == "[fd00::2]")
    #expect(options.port == 99)
    #expect(options.profile == "db")
    #expect(options.ports.contains(80, .tcp) && options.ports.contains(53, .udp))
    #expect(options.allowed.map(\.description) == ["fd00::1", "fd00::3"])
    #expect(options.tokenFile?.text == "-")
    #expect(options.sessions == 3)
    #expect(options.timeLimit == TimeSpan(microseconds: 3_600_000_000))
    #expect(options.format == .json)
    #expect(options.reading.sources == [.path(try PathArgument("app.yaml"))])
  }

  @Test("preflight takes several peers, and the file of their token")
  func preflight() throws {
    let words = ["preflight", "--peer", "10.0.0.2", "--peer=db-3:99", "--peer-token-file", "token"]
    guard case .preflight(let options) = try Invocation(words) else { throw NotThatCommand() }
    #expect(options.peers.map(\.description) == ["10.0.0.2:4242", "db-3:99"])
    #expect(options.peerTokenFile?.text == "token")
  }

  private static let cases: [([String], String)] = [
    (["peer"], "bringup peer needs --listen ADDR[:PORT]"),
    (
      ["peer", "--listen", "db-2"],
      #"argument 2: --listen "db-2" is not an IP address of this node with or without a port; "#
        + "write e.g. 10.0.0.2, 10.0.0.2:4242 or [fd00::2]:4242"
    ),
    (
      ["peer", "--listen", "fe80::1"],
      #"argument 2: --listen "fe80::1" is not an IP address of this node with or without a port; "#
        + "write e.g. 10.0.0.2, 10.0.0.2:4242 or [fd00::2]:4242"
    ),
    (
      ["peer", "--listen", "10.0.0.2", "--profile", "db"],
      "argument 4: --profile has no effect without a MANIFEST"
    ),
    (
      ["peer", "--listen", "10.0.0.2", "--ports", "80-"],
      #"argument 4: --ports "80-" is not a list of ports; write e.g. 8080,10000-10005,udp/8472"#
    ),
    (
      ["peer", "--listen", "10.0.0.2", "--allow", "db-1"],
      #"argument 4: --allow "db-1" is not an IP address; write e.g. 10.0.0.2 or fd00::2"#
    ),
    (
      ["peer", "--listen", "10.0.0.2", "--sessions", "0"],
      #"argument 4: --sessions "0" is not a number from 1 to 1000"#
    ),
    (
      ["peer", "--listen", "10.0.0.2", "--timeout", "0"],
      #"argument 4: --timeout "0" is not a time span above zero; write e.g. 90s, 5min or "1h 30min""#
    ),
    (
      ["preflight", "--peer", "10.0.0"],
      #"argument 2: --peer "10.0.0" is not a host with or without a port; "#
        + "write e.g. 10.0.0.2, [fd00::2]:4242 or db-2:4242"
    ),
    (
      ["preflight", "--peer-token-file", "x"], "argument 2: --peer-token-file has no effect without --peer"
    ),
  ]

  @Test("what makes no sense is refused with its word", arguments: cases)
  func wrongUsage(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try Invocation(words) }
    #expect(error?.description == message)
  }
}
