internal import CLinux
internal import Core
internal import Glibc

/// The tables of sockets in `/proc/PID/net`: those of the network namespace of process PID.
enum SocketTables {
  /// Notes the sockets of both families.
  static func read(
    into holders: PortHolders, for process: ObservedProcess, in root: borrowing Root
  ) throws(HostError) -> Reading<PortHolders> {
    var holders = holders
    let path = "\(process.directory)/net/\(holders.transport)"
    try note(path, in: root, into: &holders)
    var source = path
    do throws(HostError) {
      try note("\(path)6", in: root, into: &holders)
      source += ", \(holders.transport)6"
    } catch {
      // A kernel without IPv6 has no such file.
      guard error.errno == .noEntry else { throw error }
    }
    let verb =
      switch holders.transport {
      case .tcp: "listen"
      case .udp: "are bound"
      }
    let text = "\(holders.count) \(holders.transport.rawValue.uppercased()) sockets \(verb)"
    return .known(holders, Evidence(source: source, text: text))
  }

  private static func note(
    _ path: String, in root: borrowing Root, into holders: inout PortHolders
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
        try table.read(piece, into: &holders)
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
