/// The messages by which the kernel lists sockets on request (sock_diag(7), netlink(7)): numbers of this machine's byte
/// order, but ports and addresses of the network's.
package enum SocketDump {
  /// What one datagram of an answer holds.
  package enum Progress: Hashable, Sendable {
    case underway
    case done
    /// The kernel refuses, with this error number.
    case refused(Int32)
  }

  /// A datagram that is no answer to ``listeners(of:)``.
  package struct Malformed: Swift.Error, Hashable, Sendable {}

  package enum Family: Sendable, CaseIterable {
    case v4
    case v6

    // AF_INET and AF_INET6, the same on every architecture of Linux.
    fileprivate var number: UInt8 {
      switch self {
      case .v4: 2
      case .v6: 10
      }
    }
  }

  /// Asks for all TCP sockets of `family` that listen.
  package static func listeners(of family: Family) -> [UInt8] {
    let states: UInt32 = 1 << 10
    let transport: UInt8 = 6
    // Of any address and port.
    let socket = [UInt8](repeating: 0, count: 48)
    let request = [family.number, transport, 0, 0] + bytes(states) + socket
    // SOCK_DIAG_BY_FAMILY; NLM_F_REQUEST | NLM_F_DUMP; sequence and sender, which a socket of one request has no use for.
    let header = bytes(UInt32(headerSize + request.count)) + bytes(UInt16(20)) + bytes(UInt16(0x301)) + bytes(UInt32(0))
    return header + bytes(UInt32(0)) + request
  }

  /// Notes the sockets that one datagram of the answer tells of.
  package static func read(_ datagram: [UInt8], into claims: inout PortClaims) throws(Malformed) -> Progress {
    var offset = 0
    while offset < datagram.count {
      guard datagram.count - offset >= headerSize else { throw Malformed() }
      let size = Int(number(datagram, offset) as UInt32)
      guard size >= headerSize, size <= datagram.count - offset else { throw Malformed() }
      let body = datagram[offset + headerSize..<offset + size]
      switch number(datagram, offset + 4) as UInt16 {
      case 2: return try refusal(Array(body))
      case 3: return .done
      case 20: claims.note(try socket(Array(body)))
      default: throw Malformed()
      }
      offset += (size + 3) & ~3
    }
    return .underway
  }

  private static let headerSize = 16

  /// `struct nlmsgerr`
  private static func refusal(_ body: [UInt8]) throws(Malformed) -> Progress {
    guard body.count >= 4 else { throw Malformed() }
    return .refused(-(number(body, 0) as Int32))
  }

  /// `struct inet_diag_msg`: family, state, two bytes; ports and addresses of both ends; five numbers, the inode last.
  private static func socket(_ body: [UInt8]) throws(Malformed) -> KernelSocket {
    guard body.count >= 72, let state = KernelSocket.State(number: UInt64(body[1])) else { throw Malformed() }
    func word(_ index: Int) -> UInt64 { UInt64(UInt32(bigEndian: number(body, 8 + 4 * index))) }
    let address: IPAddress
    switch body[0] {
    case Family.v4.number: address = .v4(UInt32(word(0)))
    case Family.v6.number: address = .v6(word(0) << 32 | word(1), word(2) << 32 | word(3))
    default: throw Malformed()
    }
    return KernelSocket(
      address: address, port: UInt16(bigEndian: number(body, 4)), state: state,
      inode: UInt64(number(body, 68) as UInt32))
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number) { Array($0) }
  }

  private static func number<Number: FixedWidthInteger>(_ bytes: [UInt8], _ offset: Int) -> Number {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
  }
}
