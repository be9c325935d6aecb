import Core
import Testing

@testable import Host

@Suite("Rolling back")
struct RollbackTests {
  private func rollback(_ scratch: ScratchRoot, _ edited: RollbackOptions.Edited = .keep) throws -> [String]? {
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    return try Rollback.run(edited, root: root, state: state)?.steps.map { result in
      switch result.outcome {
      case .changed: "\(result.subject) changed"
      case .unchanged: "\(result.subject) unchanged"
      case .failed(let why): "\(result.subject) failed: \(why)"
      case .stuck(let why): "\(result.subject) stuck: \(why)"
      case .left, .notRun: "\(result.subject) other"
      }
    }
  }

  @Test("files come back as they were, new ones and their directories go")
  func undo() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old", mode: 0o600)
    let parts = [("a", [try Applied.file("/etc/x", "new"), try Applied.file("/etc/deep/y", "y")])]
    _ = try Applied(parts, to: scratch)
    #expect(try rollback(scratch) == ["/etc/x changed", "/etc/deep/y changed"])
    #expect(try scratch.text("etc/x") == "old")
    #expect(scratch.mode("etc/x") == 0o600)
    #expect(try scratch.tree() == ["etc", "etc/x"])
    #expect(try rollback(scratch) == nil)
  }

  @Test("each rollback goes one change further back; runs that changed nothing do not count")
  func generations() throws {
    let scratch = try ScratchRoot()
    for text in ["1", "2", "2", "3"] { _ = try Applied([("a", [try Applied.file("/etc/x", text)])], to: scratch) }
    for text in ["2", "1"] {
      _ = try rollback(scratch)
      #expect(try scratch.text("etc/x") == text)
    }
    #expect(try rollback(scratch) == ["/etc/x changed"])
    #expect(!scratch.exists("etc/x"))
  }

  @Test(
    "a generation that names others by a path is none",
    arguments: ["../../elsewhere", "000001/../../..", "/elsewhere", "", "1", "0000000000001"])
  func planted(name: String) throws {
    let scratch = try ScratchRoot()
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    let manifest = "var/lib/bringup/backup/000001/manifest.json"
    let text = try scratch.text(manifest)
    let parts = text.split(separator: "\"earlier\":[]", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    try scratch.write(manifest, parts.joined(separator: "\"earlier\":[\"\(name)\"]"), mode: 0o600)
    #expect(throws: HostError.self) { try rollback(scratch) }
    #expect(try scratch.text("etc/x") == "new")
  }

  @Test("a generation is forgotten at once, even where not all of it can be removed")
  func forgotten() throws {
    let scratch = try ScratchRoot()
    for text in ["1", "2"] { _ = try Applied([("a", [try Applied.file("/etc/x", text)])], to: scratch) }
    let state = try StateDirectory.open(in: try Root(scratch.path))
    try scratch.makeDirectory("var/lib/bringup/backup/000002/0-in-the-way")
    #expect(throws: HostError.self) { try Backup.drop("000002", in: state) }
    #expect(try rollback(scratch) == ["/etc/x failed: edited since the apply; left as it is (--force removes it)"])
    #expect(try rollback(scratch, .overwrite) == ["/etc/x changed"])
    #expect(!scratch.exists("etc/x"))
  }

  @Test("a file edited since is left and told, unless it is to be overwritten")
  func edited() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old")
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    try scratch.write("etc/x", "edited")
    #expect(
      try rollback(scratch) == [
        "/etc/x failed: edited since the apply; left as it is (--force puts the old file back)"
      ])
    #expect(try scratch.text("etc/x") == "edited")
    #expect(try rollback(scratch, .overwrite) == ["/etc/x changed"])
    #expect(try scratch.text("etc/x") == "old")
  }

  @Test("a new file edited since is left and told, unless it is to go")
  func editedNew() throws {
    let scratch = try ScratchRoot()
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    try scratch.write("etc/x", "edited")
    #expect(
      try rollback(scratch) == ["/etc/x failed: edited since the apply; left as it is (--force removes it)"])
    #expect(try scratch.text("etc/x") == "edited")
    #expect(try rollback(scratch, .overwrite) == ["/etc/x changed"])
    #expect(!scratch.exists("etc/x"))
  }

  @Test("a file that is left is not told to be as it was before")
  func noNote() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old")
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    try scratch.write("etc/x", "edited")
    let root = try Root(scratch.path)
    let outcome = try Rollback.run(.keep, root: root, state: try StateDirectory.open(in: root))
    #expect(outcome?.steps.map(\.note) == [nil])
  }

  @Test("a drop-in that was removed comes back")
  func removed() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/gone", "x")
    _ = try Applied([], to: scratch, removals: [Removal(path: try AbsolutePath("/etc/gone"), part: "a")])
    #expect(try rollback(scratch) == ["/etc/gone changed"])
    #expect(try scratch.text("etc/gone") == "x")
  }

  @Test("the oldest generations are dropped")
  func bounded() throws {
    let scratch = try ScratchRoot()
    for number in 0..<(Backup.generations + 3) {
      _ = try Applied([("a", [try Applied.file("/etc/x", "\(number)")])], to: scratch)
    }
    let root = try Root(scratch.path)
    let names = try Backup.generationNames(in: try StateDirectory.open(in: root))
    #expect(names.count == Backup.generations)
    #expect(names.first == "000004")
  }

  @Test("a damaged backup is an error that names its file")
  func damaged() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old")
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    try scratch.write("var/lib/bringup/backup/000001/manifest.json", "{}")
    let error = #expect(throws: HostError.self) { try rollback(scratch) }
    #expect(
      error?.description
        == "read /var/lib/bringup/backup/000001/manifest.json: not a backup of this program")
  }
}
