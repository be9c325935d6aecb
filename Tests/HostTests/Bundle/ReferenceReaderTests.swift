import Core
import Foundation
import Testing

@testable import Host

struct ReferenceReaderTests {
  private let root: ScratchRoot

  init() throws {
    root = try ScratchRoot()
    try root.write("a", "content of a")
  }

  private func read(_ references: String...) throws -> [String] {
    let hooks = references.enumerated().map { "  h\($0): {job: '\($1)'}\n" }.joined()
    let text = "apiVersion: bundle.gravitational.io/v2\nhooks:\n\(hooks)"
    let bundle = try Bundle(Array(text.utf8), named: "app.yaml")
    let curl = Curl(environment: ["PATH": "/usr/bin:/bin"], timeLimit: .seconds(20))
    var reader = ReferenceReader(
      from: try ManifestDirectory(ofManifest: "\(root.path)/app.yaml", reach: .directory), by: curl)
    do throws(BundleFailure) {
      return try reader.read(bundle.references).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      return error.errors.map(\.description)
    }
  }

  @Test("what is named twice is read once, and contents keep the order of the references")
  func once() throws {
    let server = try LoopbackServer { _, _ in [.say("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")] }
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(try read(url, "file://a", url) == ["page", "content of a", "page"])
    #expect(server.requests.count == 1)
  }

  @Test("everything that cannot be read is told, each with its place")
  func all() throws {
    #expect(
      try read("file://b", "file://a", "file://.", "file:///etc/passwd") == [
        "app.yaml:3:13: read b: no such file or directory", "app.yaml:5:13: read .: it is a directory, not a file",
        "app.yaml:6:13: read /etc/passwd: it is not below the manifest's directory; --allow-outside takes it all the same",
      ])
  }

  @Test("names that differ in Unicode normalisation are two files")
  func normalisation() throws {
    try root.write("e\u{301}", "two scalars")
    try root.write("\u{E9}", "one scalar")
    #expect(try read("file://e\u{301}", "file://\u{E9}") == ["two scalars", "one scalar"])
  }

  @Test("all of it together must fit into a manifest")
  func together() throws {
    for name in ["x", "y", "z"] {
      try root.write(name, "")
      truncate("\(root.path)/\(name)", off_t(Limits.referenceBytes))
    }
    #expect(
      try read("file://x", "file://x", "file://y", "file://z") == [
        "app.yaml:6:13: read file://z: all content together is larger than 32 MiB, the most of a manifest"
      ])
  }
}
