import CLinux
import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("Sources")
struct SourceReaderTests {
  static func read(_ words: [String], root: String = "/", patience: Duration = .seconds(60)) throws -> SourceList {
    var reader = SourceReader(metadata: MetadataService())
    reader.patience = patience
    let arguments = try words.map { try SourceArgument($0) }
    return try reader.read(arguments, for: Root(root))
  }

  static func texts(_ list: SourceList) -> [String] {
    list.sources.map { "\($0.name) \($0.fileName): \(String(decoding: $0.bytes, as: UTF8.self))" }
  }

  @Test("named are read in the order they are named")
  func files() throws {
    let scratch = try ScratchRoot()
    try scratch.write("b.yaml", "B")
    try scratch.write("a.yaml", "A")
    let path = scratch.path
    let list = try Self.read(["\(path)/b.yaml", "\(path)/./a.yaml"])
    #expect(Self.texts(list) == ["\(path)/b.yaml b.yaml: B", "\(path)/./a.yaml a.yaml: A"])
    #expect(list.userData == nil)
  }

  @Test("in a directory are its regular files and links to such, by byte")
  func directory() throws {
    let scratch = try ScratchRoot()
    for name in ["d/b", "d/B", "d/.hidden", "d/9-x", "d/10-x", "d/backup~"] { try scratch.write(name, name) }
    try scratch.link("d/link", to: "../elsewhere")
    try scratch.write("elsewhere", "linked")
    try scratch.makeDirectory("d/sub")
    try scratch.write("d/sub/inner", "not taken")
    try scratch.link("d/linked-directory", to: "sub")
    try scratch.link("d/device", to: "/dev/null")
    mkfifo("\(scratch.path)/d/fifo", 0o600)
    let list = try Self.read(["\(scratch.path)/d"])
    #expect(list.sources.map(\.fileName.description) == [".hidden", "10-x", "9-x", "B", "b", "backup~", "link"])
    #expect(list.sources.last?.bytes == Array("linked".utf8))
    #expect(list.sources.first?.name == "\(scratch.path)/d/.hidden")
    #expect(list.failures.isEmpty)
  }

  @Test("in a directory keep names that are not UTF-8")
  func names() throws {
    let scratch = try ScratchRoot()
    for name in [[0x61, 0xFF], [0x61, 0xC3, 0xA9], [0x65, 0xCC, 0x81]] as [[UInt8]] {
      let path = (Array(scratch.path.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
      close(creat(path, 0o600))
    }
    let names = try Self.read([scratch.path]).sources.map(\.fileName.codePoints)
    #expect(names == [[0x61, 0xE9], [0x61, 0xDCFF], [0x65, 0x301]])
  }

  @Test("in a directory that cannot be read are failures, and the others go on")
  func unreadableEntries() throws {
    let scratch = try ScratchRoot()
    try scratch.write("a", "A")
    try scratch.link("dangling", to: "nowhere")
    try scratch.link("loop", to: "loop")
    try scratch.write("large", "")
    truncate("\(scratch.path)/large", off_t(Limits.sourceBytes) + 1)
    let list = try Self.read([scratch.path])
    #expect(list.sources.map(\.fileName.description) == ["a"])
    #expect(
      list.failures.flatMap(\.errors).map(\.description) == [
        "\(scratch.path)/dangling: cannot be read: no such file or directory",
        "\(scratch.path)/large: cannot be read: larger than 32 MiB, the most that a source may have",
        "\(scratch.path)/loop: cannot be read: too many levels of symbolic links",
      ])
    #expect(list.failures.map(\.name.description) == ["dangling", "large", "loop"])
  }

  @Test("of an empty directory are none")
  func emptyDirectory() throws {
    let scratch = try ScratchRoot()
    #expect(try Self.read([scratch.path]).sources.isEmpty)
  }

  @Test("can be as large as the limit, and are one error beyond it, whatever they are")
  func limits() throws {
    let scratch = try ScratchRoot()
    let path = "\(scratch.path)/large"
    try scratch.write("large", "")
    truncate(path, off_t(Limits.sourceBytes))
    #expect(try Self.read([path]).sources[0].bytes.count == Limits.sourceBytes)
    truncate(path, off_t(100) << 20)
    for source in [path, "/dev/zero"] {
      let error = #expect(throws: HostError.self) { try Self.read([source]) }
      #expect(error?.description == "read \(source): larger than 32 MiB, the most that a source may have")
    }
  }

  @Test("all together have a limit too")
  func sum() throws {
    let source = SourceBytes(
      name: "a", fileName: PartName("a"), bytes: [UInt8](repeating: 0, count: Limits.allSourcesBytes / 4))
    var list = SourceList()
    for _ in 0..<4 { try list.append(source) }
    #expect(throws: HostError("read", "a", said: "all sources together are larger than 256 MiB")) {
      try list.append(source)
    }
    #expect(list.sources.count == 4)
  }

  @Test("of too many entries are refused before any is read")
  func manyEntries() throws {
    let scratch = try ScratchRoot()
    for name in ["a", "b", "c"] { try scratch.link(name, to: "nowhere") }
    var list = SourceList()
    for (limit, isEnough) in [(3, true), (2, false)] {
      var directory = SourceDirectory(try SourceFile.open(scratch.path).intoDescriptor(), path: "d", links: .followed)
      directory.entryLimit = limit
      do {
        try directory.read(of: Root("/"), into: &list)
        #expect(isEnough)
      } catch {
        #expect("\(error)" == "list d: more than 2 entries, the most that sources may have")
        #expect(!isEnough)
      }
    }
    #expect(list.failures.count == 3)
  }

  @Test("that cannot be read are errors")
  func unreadable() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "x")
    try scratch.link("loop", to: "loop")
    for (name, why) in [
      ("none", "no such file or directory"), ("file/below", "not a directory"),
      ("loop", "too many levels of symbolic links"),
    ] {
      let path = "\(scratch.path)/\(name)"
      let error = #expect(throws: HostError.self) { try Self.read([path]) }
      #expect(error?.description == "read \(path): \(why)")
    }
  }

  @Test("need the right to be read", .enabled(if: geteuid() == 0))
  func permission() throws {
    let scratch = try ScratchRoot()
    try scratch.write("private", "x", mode: 0)
    chmod(scratch.path, 0o755)
    // For this thread alone (the C library would change all): another user, without root's rights.
    _ = setfsuid(65534)
    defer { _ = setfsuid(0) }
    let path = "\(scratch.path)/private"
    let error = #expect(throws: HostError.self) { try Self.read([path]) }
    #expect(error?.description == "read \(path): permission denied")
  }

  @Test("can be pipes and devices, whose parts have no file name")
  func streams() throws {
    let pipe = try Pipe.open()
    try pipe.writeEnd.write(Array("from a pipe".utf8))
    let number = pipe.readEnd.number
    let end = pipe.intoReadEnd()
    #expect(Self.texts(try Self.read(["/dev/fd/\(number)"])) == ["/dev/fd/\(number) part-001: from a pipe"])
    #expect(end.number == number)
    #expect(Self.texts(try Self.read(["/dev/null"])) == ["/dev/null part-001: "])
  }

  @Test("written slowly into a named pipe are read to their end")
  func namedPipe() throws {
    let scratch = try ScratchRoot()
    let path = "\(scratch.path)/fifo"
    mkfifo(path, 0o600)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "exec >\"$0\"; printf a; sleep 0.05; printf b", path]
    try writer.run()
    #expect(Self.texts(try Self.read([path])) == ["\(path) part-001: ab"])
    writer.waitUntilExit()
  }

  @Test("whose end never comes are given up")
  func endless() throws {
    let scratch = try ScratchRoot()
    let path = "\(scratch.path)/fifo"
    mkfifo(path, 0o600)
    let error = #expect(throws: HostError.self) { try Self.read([path], patience: .milliseconds(20)) }
    #expect(error?.description == "read \(path): its end did not come within 0.02 seconds")
    let pipe = try Pipe.open()
    try pipe.writeEnd.write([1])
    #expect(throws: HostError.self) { try Self.read(["/dev/fd/\(pipe.readEnd.number)"], patience: .milliseconds(20)) }
  }

  @Test("are no sockets in the file system, and no block devices")
  func otherKinds() throws {
    let scratch = try ScratchRoot()
    let path = "\(scratch.path)/socket"
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout.size(ofValue: address))
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
    }
    #expect(bound == 0)
    let error = #expect(throws: HostError.self) { try Self.read([path]) }
    #expect(error?.description == "read \(path): no such device or address")
  }

  @Test("of the metadata service come from where it was told to ask")
  func metadata() throws {
    let server = try MetadataServiceTests.server([[.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")]])
    let reader = SourceReader(metadata: try MetadataServiceTests.service(server.port))
    let list = try reader.read([.metadataService], for: Root("/"))
    #expect(Self.texts(list) == ["imds: part-001: hi"])
  }
}
