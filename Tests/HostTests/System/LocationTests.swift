import Core
import Glibc
import Testing

@testable import Host

@Suite("Where a path's file really is")
struct LocationTests {
  private func find(_ path: String, in scratch: ScratchRoot) throws -> Location {
    let root = try Root(scratch.path)
    var cursor = DirectoryCursor()
    return try Location.find(path, in: root, cursor: &cursor)
  }

  @Test("a file, a file to be made, and a file in directories to be made")
  func plain() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/here", "x")
    #expect(try find("/etc/here", in: scratch).existing?.size == 1)
    #expect(try find("/etc/new", in: scratch).existing == nil)
    let deep = try find("/etc/a/b/new", in: scratch)
    #expect(Array(deep.missing) == ["/etc/a", "/etc/a/b"])
    #expect(deep.path == "/etc/a/b/new")
  }

  @Test("directories to be made, however many of them are there", arguments: 0...9)
  func missing(depth: Int) throws {
    let scratch = try ScratchRoot()
    let paths = (1...9).map { level in (1...level).map { "/d\($0)" }.joined() }
    if depth > 0 { try scratch.makeDirectory(String(paths[depth - 1].dropFirst())) }
    let location = try find("\(paths[8])/new", in: scratch)
    #expect(Array(location.missing) == Array(paths.dropFirst(depth)))
    #expect(location.missing.isEmpty == (depth == 9))
    #expect(location.missing.anchor == (depth == 0 ? "/" : paths[depth - 1]))
  }

  @Test("links at the end are followed, absolute ones from the root")
  func links() throws {
    let scratch = try ScratchRoot()
    try scratch.write("run/real", "x")
    try scratch.link("etc/absolute", to: "/run/real")
    try scratch.link("etc/relative", to: "../run/real")
    try scratch.link("var/run", to: "/run")
    let real = try find("/run/real", in: scratch).identity
    for path in ["/etc/absolute", "/etc/relative", "/var/run/real"] {
      #expect(try find(path, in: scratch).identity == real, "\(path)")
    }
  }

  @Test("a dangling link names the file it would make, and fails where that directory is missing")
  func dangling() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("run")
    try scratch.link("etc/good", to: "/run/new")
    try scratch.link("etc/bad", to: "/nowhere/new")
    #expect(try find("/etc/good", in: scratch).path == "/run/new")
    let error = #expect(throws: HostError.self) { try find("/etc/bad", in: scratch) }
    #expect(error?.description == "open directory /nowhere: no such file or directory")
  }

  @Test("what was found missing for one path is not made for a link of another")
  func remembered() throws {
    let scratch = try ScratchRoot()
    try scratch.link("etc/bad", to: "/nowhere/new")
    let root = try Root(scratch.path)
    var cursor = DirectoryCursor()
    #expect(Array(try Location.find("/nowhere/x", in: root, cursor: &cursor).missing) == ["/nowhere"])
    let error = #expect(throws: HostError.self) { try Location.find("/etc/bad", in: root, cursor: &cursor) }
    #expect(error?.description == "open directory /nowhere: no such file or directory")
  }

  @Test("a dangling link to a directory is no place for a file, nor for a directory that leads to one")
  func danglingDirectory() throws {
    let scratch = try ScratchRoot()
    try scratch.link("data", to: "/nowhere")
    for path in ["/data/new", "/data/deep/new"] {
      let error = #expect(throws: HostError.self) { try find(path, in: scratch) }
      #expect(error?.description == "open directory /data: a symbolic link to \"/nowhere\", which is not there")
    }
  }

  @Test("a stranger's link at the end leads only to what is the stranger's", .enabled(if: geteuid() == 0))
  func strangersLink() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/shadow", "x")
    try scratch.write("home/own", "x")
    for (name, target) in [("shadow", "/etc/shadow"), ("new", "/etc/new"), ("good", "own")] {
      try scratch.link("home/\(name)", to: target)
      #expect(lchown("\(scratch.path)/home/\(name)", 1000, 1000) == 0)
    }
    #expect(lchown("\(scratch.path)/home/own", 1000, 1000) == 0)
    #expect(try find("/home/good", in: scratch).path == "/home/own")
    for name in ["shadow", "new"] {
      let error = #expect(throws: HostError.self) { try find("/home/\(name)", in: scratch) }
      #expect(
        error?.description
          == "write /home/\(name): a symbolic link that belongs to user 1000 leads to what belongs to user 0")
    }
  }

  @Test("what cannot be a file's place is an error")
  func refused() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "x")
    try scratch.makeDirectory("directory")
    try scratch.link("loop", to: "loop")
    let rows = [
      ("/directory", "write /directory: is a directory"), ("/", "write /: is a directory"),
      ("/file/below", "open directory /file: not a directory"),
      ("/file/far/below", "open directory /file/far: not a directory"),
      ("/loop", "write /loop: too many levels of symbolic links"),
    ]
    for (path, sentence) in rows {
      let error = #expect(throws: HostError.self) { try find(path, in: scratch) }
      #expect(error?.description == sentence)
    }
  }

  @Test("a FIFO, a socket or a device is no place for a file")
  func special() throws {
    let scratch = try ScratchRoot()
    mkfifo("\(scratch.path)/fifo", 0o600)
    mknod("\(scratch.path)/null", S_IFCHR | 0o600, 0x103)
    for (path, what) in [("/fifo", "a FIFO"), ("/null", "a character device")] {
      let error = #expect(throws: HostError.self) { try find(path, in: scratch) }
      #expect(error?.description == "write \(path): there is \(what), not a regular file")
    }
  }
}
