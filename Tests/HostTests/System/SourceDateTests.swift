import Core
import Glibc
import Testing

@testable import Host

@Suite("A source date")
struct SourceDateTests {
  /// Seconds of the last modification of what the path names, a link itself included.
  private func modified(_ scratch: ScratchRoot, _ relative: String) -> Int {
    var raw = stat()
    return lstat("\(scratch.path)/\(relative)", &raw) == 0 ? raw.st_mtim.tv_sec : -1
  }

  private func prepared() throws -> ScratchRoot {
    let scratch = try ScratchRoot()
    try scratch.write("tree/file", "x")
    try scratch.write("tree/inner/deep/file", "x")
    try scratch.write("outside", "x")
    try scratch.link("tree/link", to: "../outside")
    return scratch
  }

  @Test("is read from the environment, where it is set to something")
  func environment() throws {
    #expect(try SourceDate.of(["SOURCE_DATE_EPOCH": "1700000000"])?.timestamp.seconds == 1_700_000_000)
    #expect(try SourceDate.of(["SOURCE_DATE_EPOCH": ""]) == nil)
    #expect(try SourceDate.of(["SOURCE_DATE": "1"]) == nil)
  }

  @Test("that is none is said", arguments: ["-1", "yesterday", "1.5", "253402300800"])
  func wrong(text: String) {
    #expect(
      throws: HostError(
        "read SOURCE_DATE_EPOCH",
        said: "\"\(text)\" is not a number of seconds since 1970; write e.g. 1700000000")
    ) { try SourceDate.of(["SOURCE_DATE_EPOCH": text]) }
  }

  @Test("dates a tree with all that is in it, and nothing that a link in it names")
  func tree() throws {
    let scratch = try prepared()
    let root = try Root(scratch.path, sourceDate: SourceDate("1700000000"))
    try root.dateTree("/tree")
    for path in ["tree", "tree/file", "tree/link", "tree/inner", "tree/inner/deep", "tree/inner/deep/file"] {
      #expect(modified(scratch, path) == 1_700_000_000, "\(path)")
    }
    #expect(modified(scratch, "outside") > 1_700_000_000)
  }

  @Test("dates the directories it is given, and passes over what is gone or is none")
  func directories() throws {
    let scratch = try prepared()
    let root = try Root(scratch.path, sourceDate: SourceDate("1700000000"))
    try root.date(["/gone", "/outside", "/tree"])
    #expect(modified(scratch, "tree") == 1_700_000_000)
    #expect(modified(scratch, "outside") > 1_700_000_000)
    #expect(modified(scratch, "tree/inner") > 1_700_000_000)
  }

  @Test("is needed: without one every time stays")
  func none() throws {
    let scratch = try prepared()
    let root = try Root(scratch.path)
    try root.dateTree("/tree")
    try root.date(["/tree"])
    #expect(modified(scratch, "tree") > 1_700_000_000)
  }
}
