import Core
import Glibc
import Testing

@testable import Host

@Suite("An output file")
struct OutputFileTests {
  private let root: ScratchRoot
  private let bytes = Array("new".utf8)

  init() throws {
    root = try ScratchRoot()
    try root.write("file", "an old and longer text")
  }

  private func path(_ name: String) throws -> PathArgument { try PathArgument("\(root.path)/\(name)") }

  @Test("is made, or replaced by a new one, for its owner alone", arguments: ["none", "file"])
  func replaced(name: String) throws {
    let before = root.inode(name)
    try OutputFile.write(bytes, to: try path(name))
    #expect(try root.text(name) == "new")
    #expect(root.mode(name) == 0o600)
    #expect(root.inode(name) != before)
    #expect(try root.tree().filter { $0.contains(".new") } == [])
  }

  @Test("that a link leads to is written to, and the link stays")
  func link() throws {
    try root.link("link", to: "file")
    let before = root.inode("file")
    try OutputFile.write(bytes, to: try path("link"))
    #expect(try root.text("file") == "new")
    #expect(root.inode("file") == before)
  }

  @Test("that is a mount of its own is written to", .enabled(if: ScratchMount.isPossible))
  func mount() throws {
    let other = try ScratchRoot()
    try other.write("file", "old")
    let (source, target) = ("\(other.path)/file", "\(root.path)/file")
    #expect(Glibc.mount(source, target, nil, UInt(MS_BIND), nil) == 0)
    defer { umount(target) }
    try OutputFile.write(bytes, to: try path("file"))
    #expect(try other.text("file") == "new")
  }

  @Test(
    "that cannot be written is an error",
    arguments: [
      ("", "is a directory"), ("none/file", "no such file or directory"), ("file/x", "not a directory"),
    ])
  func refused(name: String, why: String) throws {
    let path = try path(name)
    #expect(throws: HostError.self) { try OutputFile.write(bytes, to: path) }
    do { try OutputFile.write(bytes, to: path) } catch { #expect("\(error)" == "write \(path): \(why)") }
  }

  @Test("on a full device is an error")
  func full() throws {
    #expect(throws: HostError("write", "/dev/full", .noSpace)) {
      try OutputFile.write(bytes, to: try PathArgument("/dev/full"))
    }
  }
}
