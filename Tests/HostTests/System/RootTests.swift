import Core
import Glibc
import Testing

@testable import Host

@Suite("A root that no path leaves")
struct RootTests {
  private static let walkers: [PathWalker] = [.kernel, .stepwise]

  /// A root with links of every kind beside a file that must not be reached.
  private static func prepared() throws -> ScratchRoot {
    let scratch = try ScratchRoot()
    try scratch.write("outside/secret", "outside")
    try scratch.write("root/etc/file", "inside")
    try scratch.write("root/secret", "root's own")
    try scratch.link("root/absolute", to: "/etc")
    try scratch.link("root/climbing", to: "../../../../../../../../../..")
    try scratch.link("root/beside", to: "../outside")
    try scratch.link("root/etc/back", to: "../etc/file")
    try scratch.link("root/loop", to: "loop")
    try scratch.link("root/chain", to: "absolute/back")
    try scratch.link("root/dangling", to: "/nowhere/file")
    return scratch
  }

  private func text(_ walker: PathWalker, _ path: String, in root: String) throws -> String {
    let holder = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(holder) }
    let file = FileDescriptor(owning: try walker.open(path, O_RDONLY | O_CLOEXEC, mode: 0, in: holder))
    return String(decoding: try file.readToEnd(limit: 100), as: UTF8.self)
  }

  @Test(
    "paths lead to files of the root",
    arguments: walkers,
    [
      ("/etc/file", "inside"), ("etc/file", "inside"), ("/absolute/file", "inside"), ("/etc/back", "inside"),
      ("/chain", "inside"), ("/../../etc/file", "inside"), ("/etc/../etc/./file", "inside"),
      ("/climbing/secret", "root's own"), ("/climbing/../secret", "root's own"), ("//etc///file", "inside"),
    ])
  func inside(walker: PathWalker, row: (path: String, text: String)) throws {
    let scratch = try Self.prepared()
    #expect(try text(walker, row.path, in: "\(scratch.path)/root") == row.text)
  }

  @Test(
    "paths that lead nowhere in the root are errors",
    arguments: walkers,
    [
      ("/beside/secret", Errno.noEntry), ("/loop", .tooManyLinks), ("/dangling", .noEntry),
      ("/etc/file/x", .notADirectory),
      ("/outside/secret", .noEntry), ("/nothing", .noEntry),
    ])
  func outside(walker: PathWalker, row: (path: String, error: Errno)) throws {
    let scratch = try Self.prepared()
    #expect(throws: row.error) { try text(walker, row.path, in: "\(scratch.path)/root") }
  }

  @Test("the links of /proc do not lead out", arguments: walkers)
  func magicLinks(walker: PathWalker) throws {
    let scratch = try Self.prepared()
    let number = Glibc.open("\(scratch.path)/outside", O_RDONLY | O_DIRECTORY)
    defer { close(number) }
    #expect(throws: Errno.self) { try text(walker, "/self/fd/\(number)/secret", in: "/proc") }
    #expect(throws: Errno.self) { try text(walker, "/self/root/etc/passwd", in: "/proc") }
  }

  @Test("a link at the end is not followed where that is asked", arguments: walkers)
  func lastLink(walker: PathWalker) throws {
    let scratch = try Self.prepared()
    let holder = Glibc.open("\(scratch.path)/root", O_RDONLY | O_DIRECTORY)
    defer { close(holder) }
    #expect(throws: Errno.tooManyLinks) {
      _ = try walker.open("/etc/back", O_RDONLY | O_NOFOLLOW, mode: 0, in: holder)
    }
  }

  @Test("a stranger's link leads only to what is the stranger's", .enabled(if: geteuid() == 0), arguments: walkers)
  func strangersLinks(walker: PathWalker) throws {
    let scratch = try Self.prepared()
    try scratch.write("root/home/own/file", "stranger's")
    try scratch.link("root/home/inside", to: "/home/own")
    try scratch.link("root/home/file", to: "own/file")
    try scratch.link("root/home/outside", to: "../etc")
    try scratch.link("root/home/top", to: "/")
    try scratch.link("root/home/through", to: "outside")
    try scratch.link("root/home/passwd", to: "../etc/file")
    for name in ["own", "own/file", "inside", "file", "outside", "top", "through", "passwd"] {
      #expect(lchown("\(scratch.path)/root/home/\(name)", 1000, 1000) == 0)
    }
    let root = "\(scratch.path)/root"
    #expect(try text(walker, "/home/inside/file", in: root) == "stranger's")
    #expect(try text(walker, "/home/file", in: root) == "stranger's")
    for path in ["/home/outside/file", "/home/top/etc/file", "/home/through/file", "/home/passwd", "/home/outside/new"]
    {
      #expect(throws: Errno.accessDenied, "\(path)") { try text(walker, path, in: root) }
    }
  }

  @Test("what is no regular file is not opened", arguments: ["/pipe", "/etc", "/null", "/to-null"])
  func noFile(path: String) throws {
    let scratch = try Self.prepared()
    #expect(mkfifo("\(scratch.path)/root/pipe", 0o600) == 0)
    try scratch.link("root/to-null", to: "/null")
    // The number of /dev/null.
    #expect(mknod("\(scratch.path)/root/null", S_IFCHR | 0o600, 0x103) == 0)
    let root = try Root("\(scratch.path)/root")
    #expect(throws: Errno.invalid) { _ = try root.openFile(path) }
  }

  @Test("the running root is the node, another directory an image")
  func kinds() throws {
    let scratch = try ScratchRoot()
    #expect(try Root("/").kind == .node)
    #expect(try Root(scratch.path).kind == .image)
  }

  @Test("a root that is none is an error that names it")
  func notARoot() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "")
    let error = #expect(throws: HostError.self) { _ = try Root("\(scratch.path)/file") }
    #expect(error?.description == "open root \(scratch.path)/file: not a directory")
  }
}
