import Core
import Testing

@testable import Host

@Suite("A root's own sources")
struct NodeSourcesTests {
  static let userData = "var/lib/cloud/instance/user-data.txt"

  static func read(_ scratch: ScratchRoot) throws -> SourceList {
    try SourceReaderTests.read([], root: scratch.path)
  }

  @Test("are its user-data, then its parts")
  func both() throws {
    let scratch = try ScratchRoot()
    try scratch.write("var/lib/cloud/instances/i-1/user-data.txt", "U")
    try scratch.link("var/lib/cloud/instance", to: "/var/lib/cloud/instances/i-1")
    try scratch.write("etc/bringup/parts.d/b", "B")
    try scratch.write("etc/bringup/parts.d/a", "A")
    let list = try Self.read(scratch)
    #expect(
      SourceReaderTests.texts(list) == [
        "/var/lib/cloud/instance/user-data.txt user-data.txt: U", "/etc/bringup/parts.d/a a: A",
        "/etc/bringup/parts.d/b b: B",
      ])
    #expect(list.userData == "/var/lib/cloud/instance/user-data.txt")
  }

  @Test("can be either alone")
  func either() throws {
    let first = try ScratchRoot()
    try first.write(Self.userData, "U")
    #expect(try Self.read(first).sources.map(\.fileName.description) == ["user-data.txt"])
    let second = try ScratchRoot()
    try second.write("etc/bringup/parts.d/a", "A")
    let list = try Self.read(second)
    #expect(list.sources.map(\.fileName.description) == ["a"])
    #expect(list.userData == nil)
  }

  @Test("can be empty: cloud-init's file without user-data, a directory without parts")
  func empty() throws {
    let scratch = try ScratchRoot()
    try scratch.write(Self.userData, "")
    #expect(try Self.read(scratch).sources.isEmpty)
    try scratch.makeDirectory("etc/bringup/parts.d")
    #expect(try Self.read(scratch).sources.isEmpty)
  }

  @Test("have to be there")
  func neither() throws {
    let scratch = try ScratchRoot()
    let error = #expect(throws: HostError.self) { try Self.read(scratch) }
    #expect(
      error?.description == """
        read the node's parts: neither /var/lib/cloud/instance/user-data.txt nor /etc/bringup/parts.d is there; name a source
        """)
  }

  @Test("that are something else are errors")
  func otherKinds() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory(Self.userData)
    #expect(throws: HostError("read", "/\(Self.userData)", said: "it is a directory, not a file")) {
      try Self.read(scratch)
    }
    let second = try ScratchRoot()
    try second.write("etc/bringup/parts.d", "")
    #expect(throws: HostError("list", "/etc/bringup/parts.d", .notADirectory)) { try Self.read(second) }
  }

  @Test("never come from outside the root")
  func confined() throws {
    let scratch = try ScratchRoot()
    try scratch.write("inside", "inside")
    try scratch.makeDirectory("etc/bringup/parts.d")
    try scratch.link("etc/bringup/parts.d/absolute", to: "/inside")
    try scratch.link("etc/bringup/parts.d/climbing", to: "../../../../../../../../inside")
    try scratch.link("etc/bringup/parts.d/outside", to: "/etc/passwd")
    try scratch.link("var/lib/cloud/instance", to: "/proc/self")
    let list = try Self.read(scratch)
    #expect(list.sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["inside", "inside"])
    #expect(
      list.failures.flatMap(\.errors).map(\.description) == [
        "/etc/bringup/parts.d/outside: cannot be read: no such file or directory"
      ])
  }

  @Test("of an image are not what a named path means")
  func named() throws {
    let image = try ScratchRoot()
    try image.write(Self.userData, "image")
    let other = try ScratchRoot()
    try other.write("file", "other")
    let list = try SourceReaderTests.read(["\(other.path)/file", "\(image.path)/\(Self.userData)"], root: image.path)
    #expect(list.sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["other", "image"])
    #expect(list.userData == nil)
  }
}
