import Core
import Testing

@testable import Host

@Suite("A forecast")
struct ForecastTests {
  /// One word a step, and the lines of its difference.
  private func forecast(
    _ parts: [[FileWrite]], _ scratch: ScratchRoot, diff: PlanOptions.Diff, removals: [Removal] = []
  ) throws -> [String] {
    let planned = parts.enumerated().map { index, writes in
      let origin = Origin(source: "part-\(index)")
      return PlannedPart(
        name: PartName("part-\(index)"), type: .cloudConfig, origin: origin,
        steps: writes.map { Step(origin: origin, action: .write($0)) }, warnings: [])
    }
    let root = try Root(scratch.path)
    let plan = Plan(parts: planned, failures: [], removals: removals)
    return plan.forecast(root: root, accounts: try Accounts(of: root), diff: diff).map { step in
      switch step.forecast {
      case .create: "create"
      case .change(let words, let diff): "change: \(words)\(diff.map { "\n\($0)" } ?? "")"
      case .remove: "remove"
      case .unchanged: "unchanged"
      case .fail(let why): "fail: \(why)"
      case .leave(let why): "leave: \(why)"
      case .run: "run"
      }
    }
  }

  @Test("tells what each file would become, and writes nothing")
  func files() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/old", "a\n")
    try scratch.write("etc/same", "s\n")
    try scratch.write("etc/mode", "m\n", mode: 0o600)
    let parts = [
      [
        try Applied.file("/etc/new", "n\n"), try Applied.file("/etc/old", "b\n"), try Applied.file("/etc/same", "s\n"),
        try Applied.file("/etc/mode", "m\n"),
      ]
    ]
    #expect(
      try forecast(parts, scratch, diff: .hidden)
        == ["create", "change: content differs", "unchanged", "change: mode is 0600"])
    let shown = try forecast(parts, scratch, diff: .shown)
    #expect(shown[1].contains("\n-a\n+b\n"))
    #expect(shown[3] == "change: mode is 0600")
    #expect(try scratch.tree() == ["etc", "etc/mode", "etc/old", "etc/same"])
    #expect(try scratch.text("etc/old") == "a\n")
  }

  @Test("tells the difference of a file that several parts write at the last of them")
  func several() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/x", "a\n")
    let shown = try forecast(
      [[try Applied.file("/etc/x", "b\n")], [try Applied.file("/etc/x", "c\n")]], scratch, diff: .shown)
    #expect(shown.count == 2)
    #expect(shown[0].contains("\n-a") == false)
    #expect(shown[1].contains("\n-a\n+c\n"))
  }

  @Test("tells what goes that no part asks for any more, behind what the parts do")
  func removals() throws {
    let scratch = try ScratchRoot()
    try scratch.write("etc/old", "a\n")
    let removals = try ["/etc/old", "/etc/gone"].map { Removal(path: try AbsolutePath($0), part: "old") }
    #expect(
      try forecast([[try Applied.file("/etc/new", "n\n")]], scratch, diff: .hidden, removals: removals)
        == ["create", "remove"])
    #expect(scratch.exists("etc/old"))
  }

  @Test("of a part with a bad step fails at that step, and leaves its others")
  func failing() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("etc/directory")
    #expect(
      try forecast(
        [
          [try Applied.file("/etc/x", "x"), try Applied.file("/etc/directory", "y")], [try Applied.file("/etc/z", "z")],
        ],
        scratch, diff: .shown)
        == ["leave: its part fails", "fail: write /etc/directory: is a directory", "create"])
  }
}
