import Core
import Testing

@testable import Host

@Suite("What a transaction that went wrong makes of its parts")
struct SetbackTests {
  private let busy = HostError("rename", "/etc/x", .busy)
  private let full = HostError("put back", "/etc/x", .noSpace)

  /// Two parts, of three files and of one.
  private func changes(in scratch: ScratchRoot) throws -> [Change] {
    let plan = Applied.plan([
      ("a", try (0..<3).map { try Applied.file("/etc/a\($0)", "a") }), ("b", [try Applied.file("/etc/b", "b")]),
    ])
    let root = try Root(scratch.path)
    return Survey.take(plan, failed: [:], root: root, accounts: try Accounts(of: root)).changes
  }

  @Test("of what a part fails at the first is told, and all that is stuck")
  func stuck() throws {
    let changes = try changes(in: try ScratchRoot())
    let setback = Setback(failures: [2: busy, 1: busy], undone: Undone(stuck: [0: full]))
    let failing = setback.failing(changes, besides: [:])
    #expect(failing.mapValues(\.errors) == [0: [0: full, 1: busy]])
    #expect(setback.isOfPart(among: changes))
  }

  @Test("a change that is stuck fails its part though nothing else of that failed")
  func other() throws {
    let changes = try changes(in: try ScratchRoot())
    let failing = Setback(failures: [0: busy], undone: Undone(stuck: [3: full])).failing(changes, besides: [:])
    #expect(failing.mapValues(\.errors) == [0: [0: busy], 1: [0: full]])
  }

  @Test("what may not stay put back is told of a part that fails, and fails none by itself")
  func inDoubt() throws {
    let changes = try changes(in: try ScratchRoot())
    let setback = Setback(failures: [1: busy], undone: Undone(inDoubt: [0: full, 1: full, 3: full]))
    #expect(setback.failing(changes, besides: [:]).mapValues(\.errors) == [0: [0: full, 1: busy]])
  }

  @Test("what a part failed at before stays the reason")
  func known() throws {
    let changes = try changes(in: try ScratchRoot())
    let known = [0: Survey.Failure(step: 2, error: full)]
    let failing = Setback(failures: [0: busy]).failing(changes, besides: known)
    #expect(failing.mapValues(\.errors) == [0: [2: full]])
    #expect(!Setback(failures: [:]).isOfPart(among: changes))
  }
}
