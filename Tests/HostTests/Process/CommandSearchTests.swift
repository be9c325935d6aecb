import Core
import Glibc
import Testing

@testable import Host

@Suite("A command")
struct CommandSearchTests {
  private let root: ScratchRoot

  init() throws {
    root = try ScratchRoot()
    try root.write("first/data", "", mode: 0o644)
    try root.write("first/both", "", mode: 0o644)
    try root.write("second/both", "", mode: 0o755)
    try root.write("second/only", "", mode: 0o755)
    try root.makeDirectory("first/only")
    try root.link("second/link", to: "only")
    try root.link("second/loop", to: "loop")
  }

  @Test(
    "is the first file of its name in PATH that may be executed",
    arguments: [("both", "second/both"), ("only", "second/only"), ("link", "second/link")])
  func found(name: String, file: String) throws {
    let path = "\(root.path)/none:\(root.path)/first:\(root.path)/second"
    #expect(try CommandSearch.find(name, path: path) == "\(root.path)/\(file)")
  }

  @Test("is looked for in the usual places where there is no PATH")
  func noPath() throws {
    #expect(try CommandSearch.find("sh", path: nil) == "/bin/sh")
  }

  @Test("with a slash is that file, whatever PATH says")
  func slash() throws {
    #expect(try CommandSearch.find("/bin/sh", path: "") == "/bin/sh")
  }

  @Test("that is nowhere is not found", arguments: ["none", "", "first/none", "/etc/passwd/x"])
  func notFound(name: String) {
    #expect(throws: CommandFault.notFound(name)) { try CommandSearch.find(name, path: root.path) }
  }

  @Test(
    "that is there and may not be executed says why",
    arguments: [
      ("data", "first/data", "permission denied"), ("only", "first/only", "it is a directory"),
      ("loop", "second/loop", "too many levels of symbolic links"),
    ])
  func notExecutable(name: String, file: String, why: String) {
    let fault = CommandFault.notExecutable(path: "\(root.path)/\(file)", why)
    let path = name == "loop" ? "\(root.path)/second" : "\(root.path)/first"
    #expect(throws: fault) { try CommandSearch.find(name, path: path) }
    #expect(throws: fault) { try CommandSearch.find("\(root.path)/\(file)", path: nil) }
  }
}
