import Foundation
import Glibc
import Testing

@testable import Host

/// Sockets that do not lead to a manager.
struct ManagerSocketTests {
  private static let patience = ServiceManager.Patience(connect: .milliseconds(200))

  /// `none`, `manager`, or the error's sentence without the socket's directory.
  private static func outcome(_ directory: SocketDirectory, _ names: String...) -> String {
    let sockets = names.map { BusSocket(path: directory.path($0), speaker: .manager) }
    do throws(HostError) {
      return switch try ServiceManager.connect(sockets: sockets, patience: patience) {
      case .none: "none"
      case .manager: "manager"
      }
    } catch {
      return error.description.replacingOccurrences(of: "\(directory.path)/", with: "")
    }
  }

  @Test("without a socket there is no manager, and that is no error")
  func absent() throws {
    let directory = try SocketDirectory()
    #expect(Self.outcome(directory, "private", "missing/bus") == "none")
  }

  @Test("a path through a file is no socket either")
  func throughFile() throws {
    let directory = try SocketDirectory()
    try Data().write(to: URL(fileURLWithPath: directory.path("file")))
    #expect(Self.outcome(directory, "file/private") == "none")
  }

  @Test("a socket that nobody listens on any more is an error, unless a later one leads on")
  func refused() throws {
    let directory = try SocketDirectory()
    try directory.bind("private", as: .refusing)
    try directory.bind("silent", as: .silent)
    #expect(Self.outcome(directory, "private", "missing") == "connect to private: connection refused")
    #expect(Self.outcome(directory, "private", "silent") == "connect to private: connection refused")
  }

  @Test("a peer that never answers is given up on")
  func silent() throws {
    let directory = try SocketDirectory()
    try directory.bind("private", as: .silent)
    #expect(Self.outcome(directory, "private") == "connect to private: connection timed out")
  }

  @Test("a peer that hangs up is an error")
  func hangsUp() throws {
    let directory = try SocketDirectory()
    try directory.bind("private", as: .saying([]))
    #expect(Self.outcome(directory, "private") == "connect to private: connection reset by peer")
  }

  @Test("a peer that does not speak D-Bus is an error", arguments: ["HTTP/1.1 400\r\n\r\n\r\n", "\0\0\0\r\n\r\n\r\n"])
  func garbage(text: String) throws {
    let directory = try SocketDirectory()
    try directory.bind("private", as: .saying(Array(text.utf8)))
    #expect(Self.outcome(directory, "private") != "none")
    #expect(Self.outcome(directory, "private") != "manager")
  }

  @Test("a path with characters that an address gives a meaning is one path")
  func escaped() {
    let socket = BusSocket(path: "/tmp/a b,c=d;é/x-_.*", speaker: .bus)
    #expect(socket.address == "unix:path=/tmp/a%20b%2cc%3dd%3b%c3%a9/x-_.*")
  }

  @Test("a bus that no manager is on is no manager", .enabled(if: access("/usr/bin/dbus-daemon", X_OK) == 0))
  func busWithoutManager() throws {
    let directory = try SocketDirectory()
    let daemon = try BackgroundProgram(
      "/usr/bin/dbus-daemon",
      ["--session", "--nofork", "--nopidfile", "--address=unix:path=\(directory.path("bus"))"])
    defer { withExtendedLifetime(daemon) {} }
    try BootedNode.retry("dbus-daemon did not start") { access(directory.path("bus"), F_OK) == 0 ? () : nil }
    switch try ServiceManager.connect(sockets: [BusSocket(path: directory.path("bus"), speaker: .bus)]) {
    case .none: break
    case .manager: Issue.record("found a manager on a bus of its own")
    }
  }
}
