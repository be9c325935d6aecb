import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("Who holds a port")
struct PortOwnerTests {
  static func owners(of port: UInt16, in root: borrowing Root) -> [HeldPort.Owner]? {
    Probe.heldPorts(tcp: [PortRange(port...port)], udp: [], in: root).tcp.value?.map(\.owner)
  }

  /// A program that holds `socket` open when nobody else does any more; its number.
  static func handOver(_ socket: TestSocket) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket.number, 100)
    var process: pid_t = 0
    var arguments = [strdup("sleep"), strdup("60"), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&process, "/bin/sleep", &actions, nil, &arguments, nil) == 0 else { throw Errno.noEntry }
    socket.close()
    return process
  }

  @Test("is this process, by the name it has")
  func own() throws {
    let socket = try TestSocket(.tcp, .v4).bind("127.0.0.1", 0).listen()
    let name = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8).dropLast()
    #expect(try Self.owners(of: socket.port, in: Root("/")) == [.process(name: String(name), pid: getpid())])
  }

  @Test("is another process; without the right to look into it, nobody knows", .enabled(if: ProcessIdentity.isRoot))
  func other() throws {
    let socket = try TestSocket(.tcp, .v6).bind("::1", 0).listen()
    let port = socket.port
    let process = try Self.handOver(socket)
    defer {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    // A process that another test is just starting has it open for a moment, too.
    try BootedNode.retry("it is not the one that has it open") {
      try Self.owners(of: port, in: Root("/")) == [.process(name: "sleep", pid: process)] ? () : nil
    }
    let unprivileged = try OwnThread.run {
      try OwnThread.becomeNobody()
      return try Self.owners(of: port, in: Root("/"))
    }
    #expect(unprivileged == [.unknown])
  }

  @Test("is nobody, seen from another PID namespace", .enabled(if: ProcessIdentity.isRoot))
  func nobody() throws {
    let socket = try TestSocket(.tcp, .v4).bind("127.0.0.1", 0).listen()
    let program = try BackgroundProgram(
      "/usr/bin/unshare", ["--pid", "--fork", "--kill-child", "--mount-proc", "/bin/sleep", "60"])
    let root = try BootedNode.retry("no namespace") {
      program.children.first.map { "/proc/\($0)/root" }.flatMap { root in
        let isOther = access("\(root)/proc/1/fd", F_OK) == 0 && access("\(root)/proc/\(getpid())", F_OK) != 0
        return isOther ? root : nil
      }
    }
    let port = PortRange(socket.port...socket.port)
    let process = ObservedProcess(directory: "/proc/1", number: 1)
    let held = Probe.heldPorts(tcp: [port], udp: [], in: try Root(root), for: process).tcp
    #expect(held.value?.map(\.owner) == [.none])
    withExtendedLifetime((socket, program)) {}
  }

  // As recorded, on a little-endian machine.
  static let heading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"

  static func machine(inodes: [Int]) throws -> ScratchRoot {
    let scratch = try ScratchRoot()
    try scratch.link("proc/self", to: "100")
    let lines = inodes.map {
      "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 \($0) 1\n"
    }
    try scratch.write("proc/100/net/tcp", heading + lines.joined())
    return scratch
  }

  @Test(
    "is the first of several that share it, told once; the second of those that do not",
    .enabled(if: ProcessIdentity.isRoot))
  func shared() throws {
    let scratch = try Self.machine(inodes: [7, 8, 9])
    for (process, sockets) in [(12, [7]), (100, [7, 8]), (9, [9])] {
      try scratch.write("proc/\(process)/comm", "p\(process)\n")
      try scratch.link("proc/\(process)/fd/0", to: "/dev/null")
      for (index, socket) in sockets.enumerated() {
        try scratch.link("proc/\(process)/fd/\(index + 1)", to: "socket:[\(socket)]")
      }
    }
    try scratch.makeDirectory("proc/13")
    try scratch.makeDirectory("proc/fs/fd")
    let owners = Self.owners(of: 22, in: try Root(scratch.path))
    #expect(owners == [.process(name: "p12", pid: 12), .process(name: "p100", pid: 100), .process(name: "p9", pid: 9)])
    #expect(
      Probe.heldPorts(tcp: [PortRange(22...22)], udp: [], in: try Root(scratch.path)).tcp.evidence
        == Evidence(source: "/proc/self/net/tcp", text: "3 TCP sockets listen"))
  }

  @Test("is nobody for a socket that the kernel has left alone", .enabled(if: ProcessIdentity.isRoot))
  func noInode() throws {
    let scratch = try Self.machine(inodes: [0])
    #expect(Self.owners(of: 22, in: try Root(scratch.path)) == [.none])
    withExtendedLifetime(scratch) {}
  }

  @Test("is not asked where the tables cannot be read")
  func unreadable() throws {
    let scratch = try ScratchRoot()
    func reading() throws -> Reading<[HeldPort]> {
      Probe.heldPorts(tcp: [PortRange(22...22)], udp: [], in: try Root(scratch.path)).tcp
    }
    let path = "/proc/self/net/tcp"
    #expect(try reading() == .unreadable(Evidence(source: path, text: "no such file or directory")))
    try scratch.link("proc/self", to: "100")
    try scratch.write("proc/100/net/tcp", "")
    #expect(try reading() == .unreadable(Evidence(source: path, text: "line 1 tells of no socket")))
    try scratch.write("proc/100/net/tcp", Self.heading)
    #expect(try reading() == .known([], Evidence(source: path, text: "0 TCP sockets listen")))
    try scratch.write("proc/100/net/tcp6", Self.heading + "garbage\n")
    #expect(try reading() == .unreadable(Evidence(source: "\(path)6", text: "line 2 tells of no socket")))
    try scratch.remove("proc/100/net/tcp6")
    try scratch.makeDirectory("proc/100/net/tcp6")
    #expect(try reading() == .unreadable(Evidence(source: "\(path)6", text: "is a directory")))
  }
}
