import Foundation
import Glibc
import Testing

@testable import Host

/// A real systemd, booted in a container from this machine's own `/usr`: everything else of the node is its own, in memory.
final class BootedNode {
  /// Booting needs root, and Debian's systemd and systemd-container.
  static let isPossible = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-nspawn")

  /// Ends with its children, of which one is the node: it would outlive the container.
  private let container: BackgroundProgram
  private let relay: BackgroundProgram
  /// The node's process 1, as this machine numbers it.
  let leader: pid_t

  /// Boots, and waits until the manager can be reached.
  init() throws {
    container = try BackgroundProgram(
      "/usr/bin/systemd-nspawn",
      [
        "--directory=/", "--volatile=yes", "--boot", "--register=no", "--keep-unit", "--quiet", "--console=pipe",
        "--machine=bringup-\(getpid())-\(UInt32.random(in: 0...UInt32.max))",
        "--", "--unit=basic.target", "systemd.firstboot=no",
      ],
      environment: ["PATH": "/usr/sbin:/usr/bin", "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"])
    leader = try Self.leader(of: container)
    relay = try Self.relay(into: leader)
    try Self.retry("nobody listens at \(Self.relaySocket)") { isRelayListening ? () : nil }
  }

  /// The socket is there a moment before anybody listens.
  private var isRelayListening: Bool {
    let client = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(client) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path(Self.relaySocket).utf8) }
    let size = socklen_t(MemoryLayout.size(ofValue: address))
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(client, $0, size) == 0 }
    }
  }

  /// The node's process 1, once its manager's private socket is there. systemd-nspawn starts a child that starts the node.
  private static func leader(of container: BackgroundProgram) throws -> pid_t {
    try retry("systemd-nspawn did not boot a node") {
      container.children.first { access("/proc/\($0)/root/run/systemd/private", F_OK) == 0 }
    }
  }

  /// A manager refuses peers whose process it cannot see. The relay is one that it can see: it runs among the node's
  /// processes.
  private static func relay(into leader: pid_t) throws -> BackgroundProgram {
    try BackgroundProgram(
      "/usr/bin/nsenter",
      [
        "--target=\(leader)", "--pid", "--mount", "--",
        // As systemd starts its services: a client that hangs up does not end the relay.
        "/usr/bin/env", "--ignore-signal=PIPE", "/usr/bin/systemd-socket-activate", "--listen=\(relaySocket)", "--",
        "/usr/lib/systemd/systemd-socket-proxyd", "/run/systemd/private",
      ])
  }

  private static let relaySocket = "/run/manager"

  /// Leads to the node's manager, from this machine.
  var managerSocket: BusSocket { BusSocket(path: path(Self.relaySocket), speaker: .manager) }

  /// The path that leads from this machine to the node's `path`.
  func path(_ path: String) -> String { "/proc/\(leader)/root\(path)" }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: self.path(path))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func wait(for path: String) throws {
    try Self.retry("no \(path) in the node") { FileManager.default.fileExists(atPath: self.path(path)) ? () : nil }
  }

  /// The first that `attempt` comes up with, within 30 seconds.
  static func retry<Value>(_ complaint: Comment, _ attempt: () throws -> Value?) throws -> Value {
    for _ in 0..<3000 {
      if let value = try attempt() { return value }
      usleep(10_000)
    }
    return try #require(nil as Value?, complaint)
  }
}
