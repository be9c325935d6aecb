internal import CLinux
internal import Core
internal import Glibc

/// Asks the kernel for sockets by netlink (sock_diag(7)).
///
/// `/proc/net/tcp` takes milliseconds even where nothing is open: for each reader the kernel walks the table of connections,
/// which is as large as the memory suggests. Asked this way, it walks the listeners alone.
enum SocketDiagnostics {
  static let name = "sock_diag(7)"

  /// Whether the kernel can answer without first loading a module, which a mere look must not make it do.
  static func isAtHand(in root: borrowing Root) -> Bool {
    do throws(HostError) {
      // A kernel that has no modules has everything built in, or never will.
      guard let modules = try root.readKernelFile(ifThere: "/proc/modules") else { return true }
      return modules.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "tcp_diag ".utf8) }
    } catch {
      return false
    }
  }

  /// Notes every TCP socket that listens in the caller's network namespace.
  static func noteListeners(into claims: inout PortClaims) throws(HostError) {
    let deadline = MonotonicTime.now + .seconds(2)
    do throws(Errno) {
      for family in SocketDump.Family.allCases {
        // NETLINK_SOCK_DIAG of linux/netlink.h.
        let type = Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue)
        let socket = FileDescriptor(owning: try SystemCall.run { Glibc.socket(AF_NETLINK, type, 4) })
        try socket.write(SocketDump.listeners(of: family))
        try note(from: socket, until: deadline, into: &claims)
      }
    } catch {
      throw HostError("ask", name, error)
    }
  }

  private static func note(
    from socket: borrowing FileDescriptor, until deadline: MonotonicTime, into claims: inout PortClaims
  ) throws(Errno) {
    while true {
      guard try Poll.wait(for: .readable(socket.number), until: deadline) else { throw .timedOut }
      // The kernel makes no longer datagram of a dump than 32 KiB.
      let datagram = try socket.readPiece(64 << 10)
      let progress: SocketDump.Progress
      do throws(SocketDump.Malformed) {
        progress = try SocketDump.read(datagram, into: &claims)
      } catch {
        throw .inputOutput
      }
      switch progress {
      case .underway: continue
      case .done: return
      case .refused(let code): throw Errno(code)
      }
    }
  }
}
