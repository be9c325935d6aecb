import Core
import Foundation
import Glibc
import Testing

@testable import Host

struct JournalTests {
  private static let entry = JournalEntry(
    .file, .error, "file /etc/app.conf: failed",
    fields: [(.subject, "/etc/app.conf"), (.origin, "two\nPRIORITY=0\nlines")])

  @Test("without a journal nothing happens")
  func absent() throws {
    let directory = try SocketDirectory()
    try Journal.send([Self.entry], to: directory.path("missing/socket"))
    try directory.bind("left-over", as: .datagrams)
    directory.abandon(try directory.bind("refusing", as: .datagrams))
    try Journal.send([Self.entry], to: directory.path("refusing"))
  }

  @Test("entries arrive as one datagram each, in order")
  func datagrams() throws {
    let directory = try SocketDirectory()
    let number = try directory.bind("socket", as: .datagrams)
    let second = JournalEntry(.run, .notice, "done")
    try Journal.send([Self.entry, second], to: directory.path("socket"))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for expected in [Self.entry, second] {
      let count = recv(number, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      #expect(Array(buffer.prefix(max(count, 0))) == expected.datagram)
    }
  }

  @Test("a journal that takes nothing is given up on")
  func full() throws {
    let directory = try SocketDirectory()
    try directory.bind("socket", as: .datagrams)
    let path = directory.path("socket")
    #expect(throws: HostError("write to journal", path, .timedOut)) {
      try Journal.send(Array(repeating: Self.entry, count: 5000), to: path, patience: .milliseconds(50))
    }
  }

  @Test("an entry at every limit fits into one datagram")
  func largest() throws {
    let directory = try SocketDirectory()
    try directory.bind("socket", as: .datagrams)
    let long = String(repeating: "x\n", count: 1 << 20)
    let entry = JournalEntry(.file, .info, long, fields: JournalEntry.Field.allCases.map { ($0, long) })
    try Journal.send([entry], to: directory.path("socket"))
  }

  @Test("a socket of another kind, or a path too long for one, is an error")
  func wrongPath() throws {
    let long = "/" + String(repeating: "x", count: 108)
    #expect(throws: HostError("write to journal", long, Errno(ENAMETOOLONG))) {
      try Journal.send([Self.entry], to: long)
    }
    let directory = try SocketDirectory()
    try directory.bind("stream", as: .silent)
    #expect(throws: HostError("write to journal", directory.path("stream"), Errno(EPROTOTYPE))) {
      try Journal.send([Self.entry], to: directory.path("stream"))
    }
  }

  @Test("a real journal keeps the fields", .enabled(if: BootedNode.isPossible))
  func real() throws {
    let node = try BootedNode()
    try node.wait(for: "/run/systemd/journal/socket")
    let found = try BootedNode.retry("the entry is not in the journal") {
      try Journal.send([Self.entry], to: node.path("/run/systemd/journal/socket"))
      return try Self.find(.file, on: node)
    }
    #expect(found["MESSAGE"] == "file /etc/app.conf: failed")
    #expect(found["PRIORITY"] == "3")
    #expect(found["SYSLOG_IDENTIFIER"] == "bringup")
    #expect(found["BRINGUP_SUBJECT"] == "/etc/app.conf")
    #expect(found["BRINGUP_ORIGIN"] == "two\nPRIORITY=0\nlines")
  }

  /// The first entry of the node's journal with that id, or nil.
  private static func find(_ message: JournalMessage, on node: BootedNode) throws -> [String: String]? {
    var journalctl = Program("/usr/bin/journalctl", environment: [:], timeLimit: .seconds(30))
    journalctl.arguments = [
      "--root=\(node.path("/"))", "--output=json", "--lines=1", "--quiet",
      "MESSAGE_ID=\(message.rawValue)",
    ]
    let output = Data(try journalctl.run().output)
    return try? JSONDecoder().decode([String: String].self, from: output)
  }
}
