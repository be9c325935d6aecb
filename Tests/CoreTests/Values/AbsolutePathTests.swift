import Testing

@testable import Core

/// Paths at the edges of what a kernel takes, and what becomes of dots and slashes.
struct AbsolutePathTests {
  @Test(
    "dots and slashes too many are taken out",
    arguments: [
      ("/", "/"), ("//", "/"), ("/a", "/a"), ("/a/", "/a"), ("//a///b", "/a/b"), ("/./a/.", "/a"), ("/a/../b", "/b"),
      ("/../a", "/a"), ("/.a/..b/...", "/.a/..b/..."), ("/a/..", "/"),
    ])
  func normal(text: String, path: String) throws {
    #expect(try AbsolutePath(text).text == path)
  }

  @Test("a name may have 255 bytes, a path 4095")
  func longest() throws {
    let name = String(repeating: "n", count: 255)
    let path = String(repeating: "/\(name)", count: 15)
    let end = "/" + String(repeating: "e", count: 254)
    #expect(try AbsolutePath("/\(name)").text == "/\(name)")
    #expect(try AbsolutePath(path + end).text.utf8.count == 4095)
    #expect(throws: AbsolutePath.Fault.tooLong) { try AbsolutePath("/\(name)n") }
    #expect(throws: AbsolutePath.Fault.tooLong) { try AbsolutePath("\(path)\(end)e") }
  }

  @Test("what does not begin with a slash, or holds a NUL, is none", arguments: ["", "a", "./a", "/a\0b"])
  func refused(text: String) {
    #expect(throws: AbsolutePath.Fault.self) { try AbsolutePath(text) }
  }
}
