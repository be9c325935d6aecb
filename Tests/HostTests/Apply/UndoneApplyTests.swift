import Core
import Glibc
import Testing

@testable import Host

/// Applies where a file cannot be replaced though it can be staged: something is mounted on it.
@Suite("Applying files that cannot be put into place", .enabled(if: ScratchMount.isPossible))
struct UndoneApplyTests {
  /// Mounts the file on itself while `body` runs.
  private func whileMounted(_ path: String, in scratch: ScratchRoot, _ body: () throws -> Void) throws {
    let file = "\(scratch.path)/\(path)"
    try #require(mount(file, file, nil, UInt(MS_BIND), nil) == 0, "errno \(errno)")
    defer { umount2(file, Int32(MNT_DETACH)) }
    try body()
  }

  private func memory(of scratch: ScratchRoot) throws -> AppliedState {
    try StateDirectory.open(in: try Root(scratch.path)).appliedState()
  }

  @Test(
    "its part is put back whole, another part that shares a file with it is applied whole, and nothing is left over")
  func busy() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/hosts", "old")
    try scratch.write("etc/shared", "old")
    try whileMounted("etc/hosts", in: scratch) {
      let applied = try Applied(
        [
          (
            "a",
            [
              try Applied.file("/etc/shared", "of a"), try Applied.file("/etc/hosts", "new"),
              try Applied.file("/etc/made/deep", "of a"),
            ]
          ),
          ("b", [try Applied.file("/etc/shared", "of b"), try Applied.file("/etc/other", "of b")]),
        ], to: scratch)
      #expect(
        applied.words == [
          "not run: its part failed", "failed: rename /etc/hosts: device or resource busy", "not run: its part failed",
          "changed (content differed)", "changed",
        ])
      #expect(try scratch.tree() == ["etc", "etc/hosts", "etc/other", "etc/shared"])
      #expect(try scratch.text("etc/shared") == "of b")
      #expect(try scratch.text("etc/hosts") == "old")
      #expect(!scratch.exists("var/lib/bringup/pending.json"))
    }
    let root = try Root(scratch.path)
    let undone = try Rollback.run(.keep, root: root, state: try StateDirectory.open(in: root))
    #expect(undone?.steps.map(\.subject) == ["/etc/shared", "/etc/other"])
    #expect(try scratch.text("etc/shared") == "old")
  }

  @Test("with --strict everything is put back")
  func strict() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/hosts", "old")
    try scratch.write("etc/b", "old")
    let before = try memory(of: scratch)
    try whileMounted("etc/hosts", in: scratch) {
      let applied = try Applied(
        [
          ("a", [try Applied.file("/etc/hosts", "new")]),
          ("b", [try Applied.file("/etc/b", "new"), try Applied.file("/etc/systemd/system/b.service", "[Unit]\n")]),
        ], to: scratch, strictness: .allOrNothing)
      #expect(
        applied.words == [
          "failed: rename /etc/hosts: device or resource busy", "not run: --strict: another part failed",
          "not run: --strict: another part failed",
        ])
      #expect(try scratch.text("etc/b") == "old")
      #expect(try scratch.tree() == ["etc", "etc/b", "etc/hosts"])
    }
    let after = try memory(of: scratch)
    #expect(after == before)
    let root = try Root(scratch.path)
    #expect(try Rollback.run(.keep, root: root, state: try StateDirectory.open(in: root)) == nil)
  }

  @Test("a rollback that cannot put a file back leaves nothing beside it, and can be tried again")
  func rollback() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/hosts", "old")
    _ = try Applied([("a", [try Applied.file("/etc/hosts", "new")])], to: scratch)
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    try whileMounted("etc/hosts", in: scratch) {
      let outcome = try Rollback.run(.keep, root: root, state: state)
      #expect(outcome?.steps.map { "\($0.outcome)" } == [#"failed("rename /etc/hosts: device or resource busy")"#])
      #expect(try scratch.tree() == ["etc", "etc/hosts"])
    }
    #expect(try Rollback.run(.keep, root: root, state: state)?.steps.map { "\($0.outcome)" } == ["changed"])
    #expect(try scratch.text("etc/hosts") == "old")
  }

  @Test("a file that was to be removed is there again, with its mode")
  func removal() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/hosts", "old")
    _ = try Applied([("a", [try Applied.file("/etc/gone", "of a", mode: 0o600)])], to: scratch)
    try whileMounted("etc/hosts", in: scratch) {
      let applied = try Applied(
        [("b", [try Applied.file("/etc/hosts", "new")])], to: scratch, strictness: .allOrNothing,
        removals: [Removal(path: try AbsolutePath("/etc/gone"), part: "a")])
      #expect(applied.words == ["failed: rename /etc/hosts: device or resource busy"])
      #expect(try scratch.text("etc/gone") == "of a")
      #expect(scratch.mode("etc/gone") == 0o600)
    }
  }

  @Test("a unit that a rollback could not bring back whole leaves the reload due")
  func rollbackOfUnit() throws {
    let scratch = try ScratchRoot()
    let unit = "etc/systemd/system/a.service"
    for text in ["[Unit]\n", "[Service]\n"] {
      _ = try Applied([("a", [try Applied.file("/\(unit)", text)])], to: scratch)
    }
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    var present = try state.appliedState()
    present.reload = .done
    try state.save(present)
    try whileMounted(unit, in: scratch) {
      let outcome = try Rollback.run(.keep, root: root, state: state)
      #expect(outcome?.reload == .due)
      let kept = try state.appliedState()
      #expect(kept.reload == .due)
    }
    // It finds one file as it should be by now, and knows still that nobody told the manager.
    #expect(try Rollback.run(.keep, root: root, state: state)?.reload == .due)
    #expect(try state.appliedState().reload == .due)
  }

  @Test("a part that is too large for its file system does not keep others from it")
  func full() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("data")
    let path = "\(scratch.path)/data"
    try #require(mount("none", path, "tmpfs", 0, "size=204k") == 0, "errno \(errno)")
    defer { umount2(path, Int32(MNT_DETACH)) }
    let large = String(repeating: "x", count: 180_000)
    let small = String(repeating: "y", count: 60_000)
    let applied = try Applied(
      [
        ("a", [try Applied.file("/data/a", large), try Applied.file("/data/b", large)]),
        ("b", [try Applied.file("/data/c", small)]), ("c", [try Applied.file("/data/d", small)]),
      ], to: scratch)
    #expect(
      applied.words == [
        "not run: its part failed", "failed: write /data/b: no space left on device", "changed", "changed",
      ])
    #expect(!scratch.exists("data/a"))
  }

  @Test("where the state cannot be kept in the end, what was done is told all the same, and so is that")
  func forgetful() throws {
    let scratch = try ScratchRoot()
    _ = try Applied([("a", [try Applied.file("/etc/a", "old")])], to: scratch)
    try whileMounted("var/lib/bringup/state.json", in: scratch) {
      let applied = try Applied([("a", [try Applied.file("/etc/a", "new")])], to: scratch)
      #expect(applied.words == ["changed (content differed)"])
      let trouble = applied.outcome.trouble.steps
      #expect(trouble.map(\.subject) == ["/var/lib/bringup/state.json"])
      #expect(
        trouble.map { "\($0.outcome)" } == [#"failed("write /var/lib/bringup/state.json: device or resource busy")"#])
    }
    #expect(try scratch.text("etc/a") == "new")
    #expect(try Applied([("a", [try Applied.file("/etc/a", "new")])], to: scratch).outcome.trouble.isEmpty)
  }

  @Test("a rollback that cannot keep its state has put the files back, says so, and can be run again")
  func forgetfulRollback() throws {
    let scratch = try ScratchRoot()
    for text in ["old", "new"] { _ = try Applied([("a", [try Applied.file("/etc/a", text)])], to: scratch) }
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    try whileMounted("var/lib/bringup/state.json", in: scratch) {
      let outcome = try #require(try Rollback.run(.keep, root: root, state: state))
      #expect(outcome.steps.map { "\($0.outcome)" } == ["changed"])
      #expect(outcome.trouble.steps.map(\.subject) == ["/var/lib/bringup/state.json"])
    }
    #expect(try scratch.text("etc/a") == "old")
    let outcome = try #require(try Rollback.run(.keep, root: root, state: state))
    #expect(outcome.steps.map { "\($0.outcome)" } == ["unchanged"])
    #expect(outcome.trouble.isEmpty)
  }

  @Test("a directory that cannot be made on a read-only file system does not keep the next run from its work")
  func readOnly() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("data")
    let path = "\(scratch.path)/data"
    try #require(mount("none", path, "tmpfs", UInt(MS_RDONLY), nil) == 0, "errno \(errno)")
    defer { umount2(path, Int32(MNT_DETACH)) }
    for _ in 1...2 {
      let applied = try Applied([("a", [try Applied.file("/data/deep/a", "a")])], to: scratch)
      #expect(applied.words == ["failed: make directory /data/deep: read-only file system"])
    }
    #expect(try Applied([("b", [try Applied.file("/etc/b", "b")])], to: scratch).words == ["changed"])
  }
}
