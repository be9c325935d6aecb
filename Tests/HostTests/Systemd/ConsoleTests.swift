import Foundation
import Glibc
import Testing

@testable import Host

struct ConsoleTests {
  /// A terminal; what is said on `path` is read from `number`.
  private static func terminal() throws -> (number: Int32, path: String) {
    var number: Int32 = -1
    var line: Int32 = -1
    try SystemCall.run { openpty(&number, &line, nil, nil, nil) }
    defer { close(line) }
    return (number, try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(line)"))
  }

  @Test("a line is one line, whatever is in it")
  func line() throws {
    let terminal = try Self.terminal()
    defer { close(terminal.number) }
    try Console.say("bringup: done\n\u{1B}[31mred", on: terminal.path)
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(terminal.number, &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self) == "bringup: done\\n\\u{1b}[31mred\r\n")
  }

  @Test("a console that nobody reads holds up nothing")
  func full() throws {
    let terminal = try Self.terminal()
    defer { close(terminal.number) }
    for _ in 0..<100 { try Console.say(String(repeating: "x", count: 4000), on: terminal.path) }
  }

  @Test("without a console nothing happens")
  func absent() throws {
    try Console.say("bringup: done", on: "/nonexistent/console")
  }

  @Test("a console that cannot be written to is an error")
  func error() {
    #expect(throws: HostError("write to", "/dev/full", .noSpace)) { try Console.say("x", on: "/dev/full") }
    #expect(throws: HostError("write to", "/etc", .isADirectory)) { try Console.say("x", on: "/etc") }
  }
}
