internal import Core
internal import Glibc

/// The tables of sockets in `/proc/PID/net`: those of the network namespace of process PID.
enum SocketTables {
  /// Notes the sockets of both families.
  static func read(
    into claims: PortClaims, for process: ObservedProcess, in root: borrowing Root
  ) throws(HostError) -> Reading<PortClaims> {
    var claims = claims
    let path = "\(process.directory)/net/\(claims.transport.rawValue)"
    try note(path, in: root, into: &claims)
    var source = path
    do throws(HostError) {
      try note("\(path)6", in: root, into: &claims)
      source += ", \(claims.transport.rawValue)6"
    } catch {
      // A kernel without IPv6 has no such file.
      guard error.errno == .noEntry else { throw error }
    }
    let verb =
      switch claims.transport {
      case .tcp: "listen"
      case .udp: "are bound"
      }
    let text = "\(claims.count) \(claims.transport.rawValue.uppercased()) sockets \(verb)"
    return .known(claims, Evidence(source: source, text: text))
  }

  private static func note(
    _ path: String, in root: borrowing Root, into claims: inout PortClaims
  ) throws(HostError) {
    let file = try open(path, in: root)
    var table = SocketTable()
    var total = 0
    while true {
      let piece = try piece(of: file, path)
      total += piece.count
      if total > Limits.socketTableBytes { throw HostError("read", path, .tooLarge) }
      do throws(SocketTable.Malformed) {
        if piece.isEmpty { return try table.end() }
        try table.read(piece, into: &claims)
      } catch {
        throw HostError("read", path, said: "line \(error.line) tells of no socket")
      }
    }
  }

  private static func open(_ path: String, in root: borrowing Root) throws(HostError) -> FileDescriptor {
    do throws(Errno) {
      return try root.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    } catch {
      throw HostError("read", path, error)
    }
  }

  private static func piece(of file: borrowing FileDescriptor, _ path: String) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      return try file.readPiece(64 << 10)
    } catch {
      throw HostError("read", path, error)
    }
  }
}
