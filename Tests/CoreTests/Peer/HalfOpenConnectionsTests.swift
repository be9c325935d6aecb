import Testing

@testable import Core

struct HalfOpenConnectionsTests {
  // As kernels print them, with the words in this machine's order of bytes.
  private static let table = """
      sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
       0: 020200C0:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 7127 1 0 100 0 0 10 0
       1: 020200C0:1F90 010200C0:D2F0 03 00000000:00000000 01:00000064 00000000     0        0 0 1 0
       2: 020200C0:1F91 010200C0:D2F1 01 00000000:00000000 00:00000000 00000000     0        0 7128 1 0 20 4 30 10 -1
       3: 020200C0:1F92 4D0200C0:D2F2 03 00000000:00000000 01:00000064 00000000     0        0 0 1 0
       4: 020200C0:1F93 010200C0:D2F3 03 00000000:00000000 01:00000064 00000000     0        0 0 1 0

    """

  private func ports(_ address: String, _ table: String) throws -> Set<UInt16> {
    HalfOpenConnections.ports(from: try #require(IPAddress(address)), in: Array(table.utf8))
  }

  @Test(
    "only what one node began and could not end counts",
    arguments: [("192.0.2.1", [8080, 8083] as [UInt16]), ("192.0.2.77", [8082]), ("192.0.2.2", [])])
  func one(address: String, ports: [UInt16]) throws {
    #expect(try self.ports(address, Self.table).sorted() == ports)
  }

  @Test("IPv6 has four words")
  func six() throws {
    let line =
      "   0: B80D0120000000000000000002000000:0050 B80D0120000000000000000001000000:9C40 03 00000000:00000000 01:00000064"
    #expect(try ports("2001:db8::1", line) == [80])
    #expect(try ports("2001:db8::2", line) == [])
  }

  @Test(
    "a line that is none of such a list is passed over",
    arguments: [
      "", "\n\n", "0: 020200C0:1F90 010200C0:D2F0 03", "0: 020200C0 010200C0:D2F0 03 0",
      "0: 020200C0:11F90 010200C0:D2F0 03 0", "0: 020200C:1F90 010200C0:D2F0 03 0", "0: 020200C0:1F90 x:D2F0 03 0",
      "0: 020200C0:1F90 010200C0:D2F0 3 0",
    ])
  func malformed(table: String) throws {
    #expect(try ports("192.0.2.1", table) == [])
  }
}
