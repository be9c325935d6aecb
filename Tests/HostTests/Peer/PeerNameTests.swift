import Core
import Testing

@testable import Host

@Suite("A peer's addresses")
struct PeerNameTests {
  private func addresses(_ peer: String, _ scratch: ScratchRoot) throws -> [String] {
    try PeerName.addresses(of: try PeerAddress(peer), in: try Root(scratch.path)).map(\.description)
  }

  @Test(
    "are itself, or those that the root's hosts file has",
    arguments: [
      ("10.0.0.2", ["10.0.0.2:4242"]), ("10.0.0.2:80", ["10.0.0.2:80"]),
      ("db-2:80", ["10.0.0.9:80", "[fd00::9]:80"]),
    ])
  func found(peer: String, addresses: [String]) throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/hosts", "10.0.0.9 db-2\nfd00::9 db-2\n10.0.0.8 db-1\n")
    #expect(try self.addresses(peer, scratch) == addresses)
  }

  @Test("are never those of no node, or of none on another link")
  func refused() throws {
    let scratch = try ScratchRoot()
    #expect(
      throws: HostError("connect to", "0.0.0.0:4242", said: "that is no node's address; give one of the peer's")
    ) { try addresses("0.0.0.0", scratch) }
    #expect(
      throws: HostError(
        "connect to", "[fe80::1]:4242",
        said: "a link-local address is not enough to find a node; give another one of the peer's")
    ) { try addresses("[fe80::1]", scratch) }
  }

  @Test("are not asked for over the network", arguments: [nil, "10.0.0.8 db-1\n"])
  func unknown(hosts: String?) throws {
    let scratch = try ScratchRoot()
    if let hosts { try scratch.write("etc/hosts", hosts) }
    #expect(
      throws: HostError(
        "look up", "db-2", said: "/etc/hosts does not have the name \"db-2\"; give the peer's IP address")
    ) { try addresses("db-2", scratch) }
  }
}
