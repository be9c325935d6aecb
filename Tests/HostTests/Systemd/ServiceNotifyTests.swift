import Foundation
import Glibc
import Testing

@testable import Host

/// Serialized: the environment is the process's own.
@Suite(.serialized)
struct ServiceNotifyTests {
  /// What arrives at the notification socket from `body`, with the environment of a service whose process is `process`.
  private static func messages(process: String?, _ body: () throws -> Void) throws -> [String] {
    let directory = try SocketDirectory()
    let number = try directory.bind("notify", as: .datagrams)
    setenv("NOTIFY_SOCKET", directory.path("notify"), 1)
    if let process { setenv("SYSTEMD_EXEC_PID", process, 1) } else { unsetenv("SYSTEMD_EXEC_PID") }
    defer {
      unsetenv("NOTIFY_SOCKET")
      unsetenv("SYSTEMD_EXEC_PID")
    }
    try body()
    var messages: [String] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = recv(number, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count <= 0 { return messages }
      messages.append(String(decoding: buffer.prefix(count), as: UTF8.self))
    }
  }

  private static func everything() throws {
    try ServiceNotify.status("3 of 4 files\nREADY=1")
    try ServiceNotify.extendTimeout(by: .seconds(90))
    try ServiceNotify.ready()
  }

  @Test("the service manager is told, one assignment a message", arguments: [String(getpid()), nil])
  func ownService(process: String?) throws {
    #expect(
      try Self.messages(process: process, Self.everything)
        == ["STATUS=3 of 4 files\\nREADY=1", "EXTEND_TIMEOUT_USEC=90000000", "READY=1"])
  }

  @Test("a command of another service says nothing")
  func otherService() throws {
    #expect(try Self.messages(process: "1", Self.everything) == [])
  }

  @Test("a command of another service is in front of no unit", arguments: ["1", "not a number", ""])
  func otherUnit(process: String) throws {
    setenv("SYSTEMD_EXEC_PID", process, 1)
    defer { unsetenv("SYSTEMD_EXEC_PID") }
    #expect(OwnService.unit == nil)
    #expect(!OwnService.isStarter)
  }

  @Test("outside of a service nothing happens")
  func noService() throws {
    unsetenv("NOTIFY_SOCKET")
    try Self.everything()
  }

  @Test("a socket that is not there is an error")
  func brokenSocket() throws {
    setenv("NOTIFY_SOCKET", "/nonexistent/notify", 1)
    defer { unsetenv("NOTIFY_SOCKET") }
    #expect(throws: HostError("notify", "systemd", .noEntry)) { try ServiceNotify.ready() }
  }

  @Test("a socket of another family, or with a name too long, is an error", arguments: ["", "vsock:2:1", "@" + long])
  func strangeSocket(name: String) throws {
    setenv("NOTIFY_SOCKET", name, 1)
    defer { unsetenv("NOTIFY_SOCKET") }
    let error = Errno(name.first == "@" ? ENAMETOOLONG : EAFNOSUPPORT)
    #expect(throws: HostError("notify", "systemd", error)) { try ServiceNotify.ready() }
  }

  private static let long = String(repeating: "x", count: 108)

  @Test("a socket may have a name and no file")
  func abstract() throws {
    let name = "bringup-\(UUID().uuidString)"
    let number = try SystemCall.run { socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0) }
    defer { close(number) }
    try SystemCall.run { try! UnixAddress(notifySocket: "@\(name)").with { Glibc.bind(number, $0, $1) } }
    #expect(try String(contentsOfFile: "/proc/net/unix", encoding: .utf8).contains(" @\(name)\n"))
    setenv("NOTIFY_SOCKET", "@\(name)", 1)
    defer { unsetenv("NOTIFY_SOCKET") }
    try ServiceNotify.ready()
    var buffer = [UInt8](repeating: 0, count: 64)
    #expect(recv(number, &buffer, buffer.count, Int32(MSG_DONTWAIT)) == 7)
  }

  @Test("a manager that takes nothing is given up on")
  func stuck() throws {
    let directory = try SocketDirectory()
    try directory.bind("notify", as: .datagrams)
    setenv("NOTIFY_SOCKET", directory.path("notify"), 1)
    defer { unsetenv("NOTIFY_SOCKET") }
    #expect(throws: HostError("notify", "systemd", .timedOut)) {
      for _ in 0..<5000 { try ServiceNotify.ready() }
    }
  }
}
