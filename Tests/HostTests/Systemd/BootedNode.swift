import Foundation
import Glibc
import Testing

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
    leader = try Self.child(of: container.processIdentifier)
    try wait(for: "/run/systemd/private")
  }

  deinit {
    kill(leader, SIGKILL)
    container.waitUntilExit()
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

  private static func child(of process: pid_t) throws -> pid_t {
    try retry("systemd-nspawn did not start a node") {
      let children = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .ascii)
      return children?.split(separator: " ").first.flatMap { pid_t($0) }
    }
  }
}
