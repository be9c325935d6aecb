import Testing

@testable import Core

@Suite("The kernel's tables of sockets")
struct SocketTableTests {
  static let heading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
  static let tail = "00000000:00000000 00:00000000 00000000     0        0"
  static let listener = "   0: 0100007F:1F90 00000000:0000 0A \(tail) 1590 1 00000000b3f3a8e8 100 0 0 10 0\n"
  static let wait = "   1: 020200C0:D7BC 507100CB:0050 06 \(tail) 0 3 000000001cd9bf5f\n"
  static let six =
    "   0: 00000000000000000000000001000000:270D 00000000000000000000000000000000:0000 0A \(tail) 19 1 0\n"

  static func claims(_ transport: TransportProtocol) -> PortClaims {
    PortClaims(of: transport, among: [PortRange(1...65535)], ephemeral: 32768...60999)
  }

  static func read(_ text: String, _ transport: TransportProtocol = .tcp, pieces: Int = .max) throws -> [KernelSocket] {
    var claims = claims(transport)
    var table = SocketTable()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try table.read(Array(rest.prefix(pieces)), into: &claims)
      rest = rest.dropFirst(pieces)
    }
    try table.end()
    return claims.sockets
  }

  // The machines that the lines were recorded on are little-endian.
  @Test("are read the same in pieces of any size", arguments: [1, 7, 64, 150, 151, 4096, .max])
  func pieces(size: Int) throws {
    let sockets = try Self.read(Self.heading + Self.listener + Self.wait + Self.six, pieces: size)
    #expect(
      sockets == [
        KernelSocket(address: .v4(0x7F00_0001), port: 8080, state: .listening, inode: 1590),
        KernelSocket(address: .v6(0, 1), port: 9997, state: .listening, inode: 19),
      ])
  }

  @Test("may tell of no socket")
  func headingAlone() throws {
    #expect(try Self.read(Self.heading) == [])
  }

  @Test(
    "say which line tells of no socket",
    arguments: [
      ("", 1), ("no line end", 1), (heading + listener + "   1: 0100007F:1F90 00000000:0000 0A", 3),
      (heading + "\n", 2),
      (heading + listener + "garbage\n", 3),
      (heading + listener.replacing("0100007F", with: "0100007"), 2),
      (heading + listener.replacing("0100007F", with: "0100007G"), 2),
      (heading + listener.replacing("0100007F", with: "0100007F00000000"), 2),
      (heading + listener.replacing(":1F90", with: ":11F90"), 2),
      (heading + listener.replacing(":1F90", with: ":"), 2),
      (heading + listener.replacing(":1F90", with: ":1F90:1"), 2),
      (heading + listener.replacing(" 0A ", with: " 00 "), 2),
      (heading + listener.replacing(" 0A ", with: " FF "), 2),
      (heading + listener.replacing("1590", with: "-1"), 2),
      (heading + String(repeating: "x", count: Limits.socketLineBytes + 1), 2),
    ])
  func malformed(text: String, line: Int) {
    #expect(throws: SocketTable.Malformed(line: line)) { try Self.read(text) }
  }

  @Test("do not grow the memory by a line that does not end")
  func endless() throws {
    var claims = Self.claims(.tcp)
    var table = SocketTable()
    try table.read([UInt8](repeating: 0x20, count: Limits.socketLineBytes), into: &claims)
    #expect(throws: SocketTable.Malformed(line: 1)) { try table.read([0x20], into: &claims) }
  }

  @Test("are garbage as often as not, and never more than that", arguments: 0..<200)
  func garbage(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes = Array((Self.heading + Self.listener + Self.six).utf8)
    for _ in 0..<8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 56)
    }
    var claims = Self.claims(.tcp)
    var table = SocketTable()
    do {
      try table.read(bytes, into: &claims)
      try table.end()
      #expect(claims.sockets.count <= 2)
    } catch {
      #expect((1...10).contains(error.line))
    }
  }
}
