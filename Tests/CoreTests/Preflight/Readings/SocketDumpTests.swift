import Testing

@testable import Core

// The machine that the answer was recorded on is little-endian.
@Suite("The kernel's answer about sockets")
struct SocketDumpTests {
  /// A listener on [::1]:9997, inode 0x12345678, as Linux 6.18 tells it, without the attributes that follow.
  static let socket: [UInt8] =
    header(72, type: 20) + [10, 10, 0, 0] + [0x27, 0x0D, 0, 0] + [UInt8](repeating: 0, count: 15) + [1]
    + [UInt8](repeating: 0, count: 16 + 4 + 8 + 16) + [0x78, 0x56, 0x34, 0x12]
  static let done: [UInt8] = header(4, type: 3) + [0, 0, 0, 0]

  static func header(_ body: Int, type: UInt8) -> [UInt8] {
    [UInt8(16 + body), 0, 0, 0, type, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  static func read(_ datagram: [UInt8]) throws -> (progress: SocketDump.Progress, sockets: [KernelSocket]) {
    var claims = SocketTableTests.claims(.tcp)
    let progress = try SocketDump.read(datagram, into: &claims)
    return (progress, claims.sockets)
  }

  @Test("tells of sockets until it is done")
  func sockets() throws {
    let found = KernelSocket(address: .v6(0, 1), port: 9997, state: .listening, inode: 0x1234_5678)
    let part = try Self.read(Self.socket + Self.socket)
    #expect(part.progress == .underway)
    #expect(part.sockets == [found, found])
    let end = try Self.read(Self.socket + Self.done)
    #expect(end.progress == .done)
    #expect(end.sockets == [found])
    #expect(try Self.read([]).progress == .underway)
  }

  @Test("tells of addresses of both families")
  func family() throws {
    var bytes = Self.socket
    bytes.replaceSubrange(16..<17, with: [2])
    bytes.replaceSubrange(24..<28, with: [127, 0, 0, 1])
    #expect(try Self.read(bytes).sockets.map(\.address) == [.v4(0x7F00_0001)])
  }

  @Test("may be that it refuses")
  func refused() throws {
    #expect(try Self.read(Self.header(4, type: 2) + [0xFE, 0xFF, 0xFF, 0xFF]).progress == .refused(2))
  }

  @Test(
    "is nothing else",
    arguments: [
      [0], Array(socket.dropLast()), header(0, type: 20), header(0, type: 2), header(0, type: 99),
      [15] + header(0, type: 3).dropFirst(), [0, 0, 0, 0] + header(0, type: 3).dropFirst(4),
      [0xFF, 0xFF, 0xFF, 0xFF] + header(0, type: 3).dropFirst(4), socket + [1, 2, 3],
      socket.prefix(16) + [3] + socket.dropFirst(17), socket.prefix(17) + [0] + socket.dropFirst(18),
    ] as [[UInt8]])
  func malformed(datagram: [UInt8]) {
    #expect(throws: SocketDump.Malformed.self) { try Self.read(datagram) }
  }

  @Test("cut anywhere is told from a whole one", arguments: 1..<88)
  func cut(length: Int) {
    #expect(throws: SocketDump.Malformed.self) { try Self.read(Array(Self.socket.prefix(length))) }
  }
}
