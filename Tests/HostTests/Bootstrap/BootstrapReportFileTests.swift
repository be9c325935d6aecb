import Core
import Glibc
import Testing

@testable import Host

@Suite("The file of a bootstrap's report")
struct BootstrapReportFileTests {
  private let root: ScratchRoot
  private let bytes = Array("new".utf8)

  init() throws {
    root = try ScratchRoot()
    try root.write("file", "an old and longer text")
  }

  private func path(_ name: String) throws -> PathArgument { try PathArgument("\(root.path)/\(name)") }

  @Test("is made for its owner alone")
  func made() throws {
    try BootstrapReportFile.write(bytes, to: try path("none"))
    #expect(try root.text("none") == "new")
    #expect(root.mode("none") == 0o600)
  }

  @Test("is replaced by a new one of the same mode")
  func replaced() throws {
    let before = root.inode("file")
    try BootstrapReportFile.write(bytes, to: try path("file"))
    #expect(try root.text("file") == "new")
    #expect(root.mode("file") == 0o644)
    #expect(root.inode("file") != before)
    #expect(try root.tree() == ["file"])
  }

  @Test("that is a mount of its own is written to", .enabled(if: ScratchMount.isPossible))
  func mount() throws {
    let other = try ScratchRoot()
    try other.write("file", "old")
    let (source, target) = ("\(other.path)/file", "\(root.path)/file")
    #expect(Glibc.mount(source, target, nil, UInt(MS_BIND), nil) == 0)
    defer { umount(target) }
    try BootstrapReportFile.write(bytes, to: try path("file"))
    #expect(try other.text("file") == "new")
  }

  @Test(
    "that cannot be written is an error",
    arguments: [
      ("", "is a directory"), ("none/file", "no such file or directory"), ("file/x", "not a directory"),
    ])
  func refused(name: String, why: String) throws {
    let path = try path(name)
    #expect(throws: HostError.self) { try BootstrapReportFile.write(bytes, to: path) }
    do { try BootstrapReportFile.write(bytes, to: path) } catch { #expect("\(error)" == "write \(path): \(why)") }
  }

  @Test("on a full device is an error")
  func full() throws {
    #expect(throws: HostError("write", "/dev/full", .noSpace)) {
      try BootstrapReportFile.write(bytes, to: try PathArgument("/dev/full"))
    }
  }
}
