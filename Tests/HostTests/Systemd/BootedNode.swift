import Foundation
import Glibc
import Testing

@testable import Host

/// A real systemd, booted in a container from this machine's own `/usr`: everything else of the node is its own, in memory.
final class BootedNode {
  /// Booting needs root, and Debian's systemd and systemd-container.
  static let isPossible = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-nspawn")

  private let container = Process()
  /// The node's process 1, as this machine numbers it.
  let leader: pid_t

  /// Boots, and waits until the manager's private socket is there.
  init() throws {
    container.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-nspawn")
    container.arguments = [
      "--directory=/", "--volatile=yes", "--boot", "--register=no", "--keep-unit", "--quiet", "--console=pipe",
      "--machine=bringup-\(getpid())-\(UInt32.random(in: 0...UInt32.max))",
      "--", "--unit=basic.target", "systemd.firstboot=no",
    ]
    container.environment = ["PATH": "/usr/sbin:/usr/bin", "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"]
    container.standardInput = FileHandle.nullDevice
    container.standardOutput = FileHandle.nullDevice
    container.standardError = FileHandle.nullDevice
    try container.run()
    do {
      leader = try Self.leader(of: container)
    } catch {
      Self.end(container)
      throw error
    }
    try startRelay()
  }

  deinit {
    Self.end(container)
  }

  /// The node's process 1, once its manager's private socket is there. systemd-nspawn starts a child that starts the node.
  private static func leader(of container: Process) throws -> pid_t {
    try retry("systemd-nspawn did not boot a node") {
      children(of: container).first { access("/proc/\($0)/root/run/systemd/private", F_OK) == 0 }
    }
  }

  /// A manager refuses peers whose process it cannot see. The relay is one that it can see: it runs among the node's
  /// processes, and ends with them.
  private func startRelay() throws {
    let relay = Process()
    relay.executableURL = URL(fileURLWithPath: "/usr/bin/nsenter")
    relay.arguments = [
      "--target=\(leader)", "--pid", "--mount", "--",
      // As systemd starts its services: a client that hangs up does not end the relay.
      "/usr/bin/env", "--ignore-signal=PIPE", "/usr/bin/systemd-socket-activate", "--listen=\(Self.relaySocket)", "--",
      "/usr/lib/systemd/systemd-socket-proxyd", "/run/systemd/private",
    ]
    relay.standardOutput = FileHandle.nullDevice
    relay.standardError = FileHandle.nullDevice
    try relay.run()
    try wait(for: Self.relaySocket)
  }

  private static let relaySocket = "/run/manager"

  /// Leads to the node's manager, from this machine.
  var managerSocket: BusSocket { BusSocket(path: path(Self.relaySocket), speaker: .manager) }

  /// The node first: it outlives a container that is killed.
  private static func end(_ container: Process) {
    for child in children(of: container) { kill(child, SIGKILL) }
    kill(container.processIdentifier, SIGKILL)
    container.waitUntilExit()
  }

  private static func children(of container: Process) -> [pid_t] {
    let process = container.processIdentifier
    let list = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .ascii)
    return list?.split(separator: " ").compactMap { pid_t($0) } ?? []
  }

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
