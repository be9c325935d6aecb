/// Reads `/proc/net/tcp`, `tcp6`, `udp` or `udp6` piece by piece: they grow with every connection of the node
/// (proc_net_tcp.rst of the kernel's documentation).
///
/// `0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1590 ...` is a socket that listens (0A) on
/// port 8080 of 127.0.0.1, inode 1590. Addresses are words of four bytes as this machine has them in memory.
package struct SocketTable: Sendable {
  /// The first line that tells of no socket, counted from 1. One lost socket could make any answer wrong.
  package struct Malformed: Swift.Error, Hashable, Sendable {
    package let line: Int
  }

  /// The beginning of a line that has not ended yet.
  private var rest: [UInt8] = []
  private var lines = 0

  package init() {}

  /// Notes the sockets whose lines end in `piece`.
  package mutating func read(_ piece: [UInt8], into claims: inout PortClaims) throws(Malformed) {
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if rest.isEmpty {
        try line(piece[start..<end], into: &claims)
      } else {
        rest += piece[start..<end]
        try line(rest[...], into: &claims)
        rest = []
      }
      start = end + 1
    }
    rest += piece[start...]
    if rest.count > Limits.socketLineBytes { throw Malformed(line: lines + 1) }
  }

  /// To be called when there are no more pieces.
  package func end() throws(Malformed) {
    // A kernel without the transport has no file; an empty one is none of the kernel's.
    if lines == 0 || !rest.isEmpty { throw Malformed(line: lines + 1) }
  }

  private mutating func line(_ line: ArraySlice<UInt8>, into claims: inout PortClaims) throws(Malformed) {
    lines += 1
    // The first is a heading.
    if lines == 1 { return }
    guard let socket = KernelSocket(line: line) else { throw Malformed(line: lines) }
    claims.note(socket)
  }
}

extension KernelSocket {
  /// Nil where `line` is no line of such a table.
  init?(line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 10)
    guard fields.count >= 10, let state = KernelNumber.hexadecimal(fields[3]).flatMap(State.init(number:)),
      let inode = KernelNumber.decimal(fields[9])
    else { return nil }
    let ends = fields[1].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard ends.count == 2, let address = IPAddress(words: ends[0]), ends[1].count == 4,
      let port = KernelNumber.hexadecimal(ends[1]).flatMap(UInt16.init(exactly:))
    else { return nil }
    self.init(address: address, port: port, state: state, inode: inode)
  }
}

extension IPAddress {
  /// `0100007F` is 127.0.0.1 on a little-endian machine. Nil where there are not eight or 32 hexadecimal digits.
  init?(words digits: ArraySlice<UInt8>) {
    guard digits.count == 8 || digits.count == 32 else { return nil }
    var words: [UInt64] = []
    var rest = digits
    while !rest.isEmpty {
      guard let word = KernelNumber.hexadecimal(rest.prefix(8)).flatMap(UInt32.init(exactly:)) else { return nil }
      words.append(UInt64(UInt32(bigEndian: word)))
      rest = rest.dropFirst(8)
    }
    self = words.count == 1 ? .v4(UInt32(words[0])) : .v6(words[0] << 32 | words[1], words[2] << 32 | words[3])
  }
}
