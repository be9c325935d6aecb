import Testing

@testable import Core

struct PeerArgumentTests {
  @Test(
    "a peer is an address or a name, with or without a port",
    arguments: [
      ("10.0.0.2", "10.0.0.2:4242"), ("10.0.0.2:99", "10.0.0.2:99"), ("fd00::2", "[fd00::2]:4242"),
      ("[fd00::2]", "[fd00::2]:4242"), ("[fd00::2]:65535", "[fd00::2]:65535"), ("::ffff:10.0.0.2", "10.0.0.2:4242"),
      ("db-2", "db-2:4242"), ("db-2.internal:1", "db-2.internal:1"), ("2nd", "2nd:4242"),
    ])
  func peer(text: String, description: String) throws {
    #expect(try PeerAddress(text).description == description)
  }

  @Test(
    "anything else is no peer",
    arguments: [
      "", ":", ":4242", "10.0.0.2:", "10.0.0.2:0", "10.0.0.2:65536", "10.0.0.2:x", "10.0.0.2:+1", "10.0.0.300",
      "10.0.0",
      "1", "[10.0.0.2]", "[fd00::2", "fd00::2]", "[fd00::2]x", "[fd00::2]:", "[db-2]:1", "fd00::2::1:1", "fe80::1%eth0",
      "db 2", "db/2", "http://db-2", "db-2.", "dö", String(repeating: "a", count: 254),
    ])
  func noPeer(text: String) {
    #expect(throws: ValueProblem.notAPeer) { try PeerAddress(text) }
  }

  @Test("ports are named one by one and in ranges, with their transport")
  func ports() throws {
    let ports = try OfferedPorts("8080,10000-10005,udp/8472,tcp/1-65535")
    #expect(ports.ranges[.tcp]?.map(\.description) == ["8080", "10000-10005", "1-65535"])
    #expect(ports.ranges[.udp]?.map(\.description) == ["8472"])
    #expect(ports.contains(8472, .udp) && !ports.contains(8471, .udp) && !ports.contains(8473, .udp))
    #expect(!OfferedPorts().contains(8080, .tcp))
  }

  @Test(
    "anything else is no list of ports",
    arguments: [
      "", ",", "80,", "0", "65536", "x", "80-", "-80", "81-80", "1-2-3", "sctp/80", "/80", "tcp/", "tcp/tcp/80", "80 ",
      "+80", "udp/80/tcp",
    ])
  func noPorts(text: String) {
    #expect(throws: ValueProblem.notPorts) { try OfferedPorts(text) }
  }

  private static let hosts = Array(
    """
    127.0.0.1\tlocalhost
    # 10.0.0.9 db-2
    10.0.0.2  db-2.internal DB-2 # db-3
    fd00::2 db-2
    10.0.0.2 db-2
    nonsense db-2
    10.0.0.4
    10.0.0.5 db-5
    """.utf8)

  @Test(
    "names are those of the hosts file",
    arguments: [
      ("db-2", ["10.0.0.2", "fd00::2"]), ("Db-2.Internal", ["10.0.0.2"]), ("localhost", ["127.0.0.1"]),
      ("db-5", ["10.0.0.5"]), ("db-3", []), ("db", []), ("10.0.0.4", []),
    ])
  func names(name: String, addresses: [String]) {
    #expect(HostsFile.addresses(of: name, in: Self.hosts).map(\.description) == addresses)
  }
}
