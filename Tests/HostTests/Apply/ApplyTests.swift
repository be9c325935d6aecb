import CLinux
import Core
import Glibc
import Testing

@testable import Host

/// Applies plans made by hand to a scratch root.
struct Applied {
  let scratch: ScratchRoot
  let outcome: Apply.Outcome
  let warnings: [String]

  /// `parts` maps a part's name to what it writes.
  init(
    _ parts: [(String, [FileWrite])], to scratch: ScratchRoot, strictness: Apply.Strictness = .perPart,
    removals: [Removal] = [], failures: [PartFailure] = []
  ) throws {
    self.scratch = scratch
    let plan = Applied.plan(parts, removals: removals, failures: failures)
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    let recovery = try Recovery.run(in: root, state: state)
    warnings = recovery.warnings
    outcome = try Apply.run(
      Apply.Request(plan: plan, strictness: strictness, scope: .node, instance: "i-1", earlier: recovery.state),
      root: root, state: state, accounts: try Accounts(of: root))
  }

  static func plan(
    _ parts: [(String, [FileWrite])], removals: [Removal] = [], failures: [PartFailure] = []
  ) -> Plan {
    let planned = parts.map { name, writes in
      let origin = Origin(source: name, position: Position(line: 1, column: 1))
      return PlannedPart(
        name: PartName(name), type: .cloudConfig, origin: origin,
        steps: writes.map { Step(origin: origin, action: .write($0)) }, warnings: [])
    }
    return Plan(parts: planned, failures: failures, removals: removals)
  }

  /// One word a step: `changed`, `failed: write /a: is a directory`.
  var words: [String] {
    (outcome.steps.flatMap(\.self) + outcome.removals).map { result in
      switch result.outcome {
      case .changed: "changed" + (result.note.map { " (\($0))" } ?? "")
      case .unchanged: "unchanged" + (result.note.map { " (\($0))" } ?? "")
      case .failed(let why): "failed: \(why)"
      case .stuck(let why): "stuck: \(why)"
      case .left(let why): "left: \(why)"
      case .notRun(let why): "not run: \(why)"
      }
    }
  }

  static func file(
    _ path: String, _ text: String, _ extent: FileWrite.Extent = .whole, mode: UInt32 = 0o644,
    owner: OwnerRequest = .root
  ) throws -> FileWrite {
    FileWrite(
      path: try AbsolutePath(path), content: Array(text.utf8), mode: .set(FileMode(mode)), owner: owner, extent: extent)
  }
}

@Suite("Applying files")
struct ApplyTests {
  @Test("new files get content, mode and owner, in directories that are made")
  func new() throws {
    let scratch = try ScratchRoot()
    let applied = try Applied(
      [
        (
          "a",
          [
            try Applied.file("/etc/app/conf.d/x.conf", "x\n", mode: 0o640),
            try Applied.file("/usr/bin/tool", "#!/bin/sh\n", mode: 0o4755, owner: .init(user: .id(12), group: .id(34))),
          ]
        )
      ], to: scratch)
    #expect(applied.words == ["changed", "changed"])
    #expect(try scratch.text("etc/app/conf.d/x.conf") == "x\n")
    #expect(scratch.mode("etc/app/conf.d/x.conf") == 0o640)
    #expect(scratch.mode("etc/app") == 0o755)
    #expect(scratch.mode("usr/bin/tool") == 0o4755)
    #expect(scratch.owner("usr/bin/tool") == [12, 34])
    #expect(
      try scratch.tree() == [
        "etc", "etc/app", "etc/app/conf.d", "etc/app/conf.d/x.conf", "usr", "usr/bin", "usr/bin/tool",
      ])
  }

  @Test("the second run changes nothing and writes nothing")
  func idempotent() throws {
    let scratch = try ScratchRoot()
    let parts = [("a", [try Applied.file("/etc/x", "x"), try Applied.file("/etc/log", "y\n", .appended(.unknown))])]
    _ = try Applied(parts, to: scratch)
    let before = ["etc/x", "etc/log", "var/lib/bringup/state.json"].map(scratch.inode)
    let applied = try Applied(parts, to: scratch)
    #expect(applied.words == ["unchanged", "unchanged"])
    #expect(["etc/x", "etc/log", "var/lib/bringup/state.json"].map(scratch.inode) == before)
  }

  @Test("drift is repaired and told")
  func drift() throws {
    let scratch = try ScratchRoot()
    let parts = [("a", [try Applied.file("/etc/x", "x")])]
    _ = try Applied(parts, to: scratch)
    try scratch.write("etc/x", "edited", mode: 0o600)
    #expect(try Applied(parts, to: scratch).words == ["changed (repaired: content differed, mode was 0600)"])
    #expect(try scratch.text("etc/x") == "x")
    try scratch.remove("etc/x")
    #expect(try Applied(parts, to: scratch).words == ["changed (repaired: it was gone)"])
  }

  @Test("a part with one bad entry is not applied at all, and the others are")
  func wholeParts() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("etc/taken")
    let applied = try Applied(
      [
        ("a", [try Applied.file("/etc/a", "a")]),
        ("b", [try Applied.file("/etc/b", "b"), try Applied.file("/etc/taken", "b"), try Applied.file("/etc/c", "c")]),
        ("c", [try Applied.file("/etc/d", "d", owner: .init(user: .name("nobody-here"), group: nil))]),
      ], to: scratch)
    #expect(
      applied.words == [
        "changed", "not run: its part failed", "failed: write /etc/taken: is a directory", "not run: its part failed",
        "failed: look up user: no user \"nobody-here\" in /etc/passwd",
      ])
    #expect(applied.outcome.failedParts == [1, 2])
    #expect(try scratch.tree() == ["etc", "etc/a", "etc/taken"])
  }

  @Test("with --strict one bad part stops all")
  func strict() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("etc/taken")
    let applied = try Applied(
      [
        ("a", [try Applied.file("/etc/a", "a")]),
        ("b", [try Applied.file("/etc/b", "b"), try Applied.file("/etc/taken", "b")]),
      ], to: scratch, strictness: .allOrNothing)
    #expect(
      applied.words == [
        "not run: --strict: another part failed", "not run: its part failed",
        "failed: write /etc/taken: is a directory",
      ])
    #expect(!scratch.exists("etc/a") && !scratch.exists("etc/b"))
  }

  @Test("a file that cannot be staged takes its part along and leaves no trace", .enabled(if: ScratchMount.isPossible))
  func unstaged() throws {
    let scratch = try ScratchRoot()
    let mount = try ScratchMount("ro", at: "\(scratch.path)/etc/sealed")
    defer { withExtendedLifetime(mount) {} }
    let applied = try Applied(
      [
        ("a", [try Applied.file("/etc/deep/er/a", "a"), try Applied.file("/etc/sealed/x", "x")]),
        ("b", [try Applied.file("/etc/b", "b")]),
      ], to: scratch)
    #expect(
      applied.words == [
        "not run: its part failed", "failed: write /etc/sealed/x: read-only file system", "changed",
      ])
    #expect(try scratch.tree() == ["etc", "etc/b", "etc/sealed"])
  }

  @Test("where nothing can be staged, no journal stays behind", .enabled(if: ScratchMount.isPossible))
  func nothingStaged() throws {
    let scratch = try ScratchRoot()
    let mount = try ScratchMount("ro", at: "\(scratch.path)/etc")
    defer { withExtendedLifetime(mount) {} }
    let applied = try Applied([("a", [try Applied.file("/etc/x", "x")])], to: scratch)
    #expect(applied.words == ["failed: write /etc/x: read-only file system"])
    #expect(!scratch.exists("var/lib/bringup/\(Pending.fileName)"))
  }

  @Test("two paths that lead to one file are one file")
  func aliases() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("run")
    try scratch.link("var/run", to: "/run")
    let parts = [("a", [try Applied.file("/run/x", "1")]), ("b", [try Applied.file("/var/run/x", "2")])]
    #expect(try Applied(parts, to: scratch).words == ["unchanged (replaced by the entry at b:1:1)", "changed"])
    #expect(try Applied(parts, to: scratch).words == ["unchanged (replaced by the entry at b:1:1)", "unchanged"])
    #expect(try scratch.text("run/x") == "2")
  }

  @Test("two paths that lead to one directory that is yet to be made are one file")
  func aliasesOfWhatIsMissing() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("usr/lib")
    try scratch.link("lib", to: "usr/lib")
    let parts = [
      ("a", [try Applied.file("/lib/new/er/x", "a\n", .appended(.unknown))]),
      ("b", [try Applied.file("/usr/lib/new/er/x", "b\n", .appended(.unknown))]),
    ]
    #expect(try Applied(parts, to: scratch).words == ["changed", "changed"])
    #expect(try scratch.text("usr/lib/new/er/x") == "a\nb\n")
    #expect(try Applied(parts, to: scratch).words == ["unchanged", "unchanged"])
  }

  @Test("a link at the end of a path stays, and the file it names is replaced")
  func throughLink() throws {
    let scratch = try ScratchRoot()
    try scratch.write("run/real", "old")
    try scratch.link("etc/link", to: "../run/real")
    _ = try Applied([("a", [try Applied.file("/etc/link", "new")])], to: scratch)
    #expect(try scratch.text("run/real") == "new")
    #expect(scratch.inode("etc/link") != scratch.inode("run/real"))
  }

  @Test("a drop-in that is no longer asked for goes, unless its part failed")
  func removal() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/gone", "x")
    try scratch.makeDirectory("etc/taken")
    let removals = [
      Removal(path: try AbsolutePath("/etc/gone"), part: "old"),
      Removal(path: try AbsolutePath("/etc/never"), part: "old"),
    ]
    let kept = try Applied([("old", [try Applied.file("/etc/taken", "x")])], to: scratch, removals: removals)
    #expect(kept.words == ["failed: write /etc/taken: is a directory"])
    #expect(scratch.exists("etc/gone"))
    #expect(
      try Applied([], to: scratch, removals: removals).words == [
        "changed (no longer asked for; was of part old)", "unchanged (no longer asked for; was of part old)",
      ])
    #expect(!scratch.exists("etc/gone"))
  }

  @Test("a drop-in that cannot be removed is not forgotten")
  func stubborn() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("etc/gone")
    try scratch.write(
      "var/lib/bringup/state.json",
      #"{"version":1,"reload":"done","records":[{"kind":"drop-in","subject":"/etc/gone","part":"old","scope":"node","#
        + #""digest":"0","instance":null}]}"#)
    let removal = Removal(path: try AbsolutePath("/etc/gone"), part: "old")
    let applied = try Applied([], to: scratch, removals: [removal])
    #expect(applied.words == ["failed: write /etc/gone: is a directory"])
    #expect(applied.outcome.state.records.map(\.subject) == ["/etc/gone"])
  }

  @Test("attributes of a replaced file are handed on")
  func attributes() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old")
    let value = Array("hello".utf8)
    try #require(setxattr("\(scratch.path)/etc/x", "user.note", value, value.count, 0) == 0)
    _ = try Applied([("a", [try Applied.file("/etc/x", "new")])], to: scratch)
    var found = [UInt8](repeating: 0, count: 16)
    #expect(getxattr("\(scratch.path)/etc/x", "user.note", &found, found.count) == 5)
  }

  @Test("files are applied with a memory that lasts as long as the run, where there is no place for another")
  func withoutMemory() throws {
    let scratch = try ScratchRoot()
    let plan = Applied.plan([("a", [try Applied.file("/etc/a", "a")])])
    let root = try Root(scratch.path)
    let state = try StateDirectory.temporary(in: [scratch.path])
    let outcome = try Apply.run(
      Apply.Request(plan: plan, strictness: .perPart, scope: .node, instance: nil, earlier: AppliedState()),
      root: root, state: state, accounts: try Accounts(of: root))
    #expect(outcome.failedParts.isEmpty)
    #expect(try scratch.text("etc/a") == "a")
    #expect(!scratch.exists("var/lib/bringup"))
  }

  @Test("what a killed run left is gone after the next")
  func leftovers() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/.bringup.0123.0", "half")
    try scratch.write("etc/.bringup.other.0", "somebody's")
    try scratch.makeDirectory("etc/made/deep")
    try scratch.write(
      "var/lib/bringup/pending.json",
      #"{"token":"0123","directories":["/etc","/nowhere"],"made":["/etc/made","/etc/made/deep"]}"#)
    try scratch.write("var/lib/bringup/backup/000001.new/0", "half")
    _ = try Applied([], to: scratch)
    #expect(try scratch.tree() == ["etc", "etc/.bringup.other.0"])
    #expect(!scratch.exists("var/lib/bringup/pending.json"))
    #expect(!scratch.exists("var/lib/bringup/backup/000001.new"))
  }

  @Test("what cannot be cleared is told, and the run goes on", .enabled(if: ScratchMount.isPossible))
  func sealedLeftovers() throws {
    let scratch = try ScratchRoot()
    let mount = try ScratchMount("rw", at: "\(scratch.path)/data")
    defer { withExtendedLifetime(mount) {} }
    try scratch.write("data/.bringup.0123.0", "half")
    try mount.seal()
    try scratch.write(
      "var/lib/bringup/pending.json", #"{"token":"0123","directories":["/data"],"made":["/data/made"]}"#)
    let root = try Root(scratch.path)
    let recovered = try Recovery.run(in: root, state: try StateDirectory.open(in: root))
    #expect(
      recovered.warnings == [
        "clear what an earlier run left (.bringup.0123.*) in /data: read-only file system"
      ])
    #expect(!scratch.exists("var/lib/bringup/pending.json"))
  }

  @Test("a damaged memory is set aside and told, and the run goes on")
  func damaged() throws {
    let scratch = try ScratchRoot()
    try scratch.write("var/lib/bringup/state.json", "{}")
    try scratch.write("var/lib/bringup/pending.json", "half a jour")
    let applied = try Applied([("a", [try Applied.file("/etc/a", "a")])], to: scratch)
    #expect(applied.words == ["changed"])
    #expect(
      applied.warnings == [
        "read /var/lib/bringup/pending.json: 1:1: found 'h' where a value is due; it is kept as pending.json.damaged, and what it said of"
          + " earlier runs is not known",
        "read /var/lib/bringup/state.json: not a state file of this program; it is kept as state.json.damaged, and what it"
          + " said of earlier runs is not known",
      ])
    #expect(try scratch.text("var/lib/bringup/state.json.damaged") == "{}")
    #expect(try Applied([], to: scratch).warnings.isEmpty)
  }

  @Test("state and backups are for root alone")
  func secrecy() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "old secret", mode: 0o644)
    _ = try Applied([("a", [try Applied.file("/etc/x", "new secret")])], to: scratch)
    #expect(scratch.mode("var/lib/bringup") == 0o700)
    for path in ["state.json", "backup/000001/0", "backup/000001/manifest.json"] {
      #expect(scratch.mode("var/lib/bringup/\(path)") == 0o600, "\(path)")
    }
    for path in ["state.json", "backup/000001/manifest.json"] {
      #expect(!(try scratch.text("var/lib/bringup/\(path)").contains("secret")), "\(path)")
    }
  }

  @Test("a second run waits for the first, and then says whose turn it is")
  func lock() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    let held = try state.lock(waiting: 1)
    let error = #expect(throws: HostError.self) { _ = try StateDirectory.open(in: root).lock(waiting: 1) }
    #expect(
      error?.description
        == "lock /var/lib/bringup/lock: another bringup is at work (process \(getpid())); waited 1 s for it")
    _ = consume held
    _ = try StateDirectory.open(in: root).lock(waiting: 1)
  }
}
