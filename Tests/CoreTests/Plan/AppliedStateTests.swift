import Testing

@testable import Core

@Suite("What runs remember")
struct AppliedStateTests {
  private static func record(
    _ kind: AppliedRecord.Kind, _ subject: String, part: String = "a", scope: Scope = .node, digest: String = "0"
  ) -> AppliedRecord {
    AppliedRecord(kind: kind, subject: subject, part: part, scope: scope, digest: digest, instance: nil)
  }

  private static func plan(_ paths: [String], part: String = "a", failures: [PartFailure] = []) throws -> Plan {
    let origin = Origin(source: "test")
    let steps = try paths.map { path in
      Step(
        origin: origin,
        action: .write(
          FileWrite(
            path: try AbsolutePath(path), content: [], mode: .keep, owner: .root, extent: .whole)))
    }
    let planned = PlannedPart(name: PartName(part), type: .cloudConfig, origin: origin, steps: steps, warnings: [])
    return Plan(parts: [planned], failures: failures, removals: [])
  }

  @Test(
    "comes back from its file as it was",
    arguments: [
      AppliedState(),
      AppliedState(
        records: [
          record(.file, "/a", scope: .part("x y")), record(.append, "/b", scope: .sources(["-", "/tmp/a b"])),
          AppliedRecord(kind: .dropIn, subject: "/c", part: "é\n", scope: .node, digest: "ff", instance: "i-1"),
        ], reload: .due),
    ])
  func roundTrip(_ state: AppliedState) throws {
    #expect(AppliedState(try JSON(parsing: state.json.bytes(.compact))) == state)
  }

  @Test(
    "is not read from something else",
    arguments: [
      "{}", #"{"version":2,"reload":"done","records":[]}"#, #"{"version":1,"reload":"maybe","records":[]}"#,
      #"{"version":1,"reload":"done","records":[{"kind":"file"}]}"#,
    ])
  func refused(_ text: String) throws {
    #expect(AppliedState(try JSON(parsing: Array(text.utf8))) == nil)
  }

  @Test("forgets files of its scope that are no longer asked for, and no other's")
  func forgets() throws {
    let state = AppliedState(records: [
      Self.record(.file, "/old"), Self.record(.dropIn, "/drop"), Self.record(.append, "/log"),
      Self.record(.file, "/other", scope: .sources(["x"])), Self.record(.file, "/boothook", scope: .part("b")),
    ])
    let next = state.succeeded(
      by: try Self.plan(["/new"]), failedParts: [], scope: .node, instance: "i", unitsChanged: true)
    #expect(next.records.map(\.subject) == ["/log", "/other", "/new"])
    #expect(next.reload == .due)
  }

  @Test("keeps what a failing part may still ask for")
  func keepsOfFailing() throws {
    let state = AppliedState(records: [Self.record(.file, "/a", part: "a"), Self.record(.file, "/b", part: "b")])
    let failure = PartFailure(name: PartName("b"), errors: [])
    let next = state.succeeded(
      by: try Self.plan(["/new"], failures: [failure]), failedParts: [0], scope: .node, instance: nil,
      unitsChanged: false)
    #expect(next.records.map(\.subject) == ["/a", "/b"])
  }

  @Test("forgets nothing while a source cannot be read, which may still ask for anything")
  func keepsOfUnreadable() throws {
    let state = AppliedState(records: [Self.record(.dropIn, "/drop", part: "b"), Self.record(.file, "/b", part: "b")])
    let failure = PartFailure(name: PartName("c"), extent: .source, errors: [])
    let next = state.succeeded(
      by: try Self.plan(["/new"], failures: [failure]), failedParts: [], scope: .node, instance: nil,
      unitsChanged: false)
    #expect(next.records.map(\.subject) == ["/drop", "/b", "/new"])
  }

  @Test("knows of new drop-ins while they are made, so that a run over another input removes them")
  func stopped() throws {
    let origin = Origin(source: "test")
    let file = FileWrite(
      path: try AbsolutePath("/gate"), content: [1], mode: .keep, owner: .root, extent: .whole)
    let steps = [Step(origin: origin, action: .preflight(file)), Step(origin: origin, action: .write(file))]
    let part = PlannedPart(name: PartName("a"), type: .cloudConfig, origin: origin, steps: steps, warnings: [])
    let plan = Plan(parts: [part], failures: [], removals: [])
    let state = AppliedState(records: [Self.record(.file, "/x")])
    let during = state.during(
      plan, making: [(part: 0, step: 0), (part: 0, step: 1)], scope: .node, instance: nil, unitsChange: true)
    #expect(during.records == [Self.record(.file, "/x"), Self.record(.preflight, "/gate", digest: "")])
    #expect(during.reload == .due)
    let again = during.during(plan, making: [(part: 0, step: 0)], scope: .node, instance: nil, unitsChange: false)
    #expect(again == during)
    let done = during.succeeded(by: plan, failedParts: [], scope: .node, instance: nil, unitsChanged: true)
    #expect(done.records.map(\.digest) == [file.digest, file.digest].map(\.description))
  }

  @Test("a record is renewed, not doubled")
  func renews() throws {
    let plan = try Self.plan(["/a"])
    let once = AppliedState().succeeded(by: plan, failedParts: [], scope: .node, instance: nil, unitsChanged: false)
    let twice = once.succeeded(by: plan, failedParts: [], scope: .node, instance: nil, unitsChanged: false)
    #expect(once == twice)
    #expect(once.records.count == 1)
  }
}

@Suite("Which input a run speaks for")
struct ScopeTests {
  private let many = (0..<300).map { "/etc/sources/a-name-of-some-length-\($0).yaml" }

  @Test("of many sources is a short text, the same for the same ones alone")
  func manySources() {
    let scope = Scope(words: many)
    #expect(scope.key.utf8.count < 100)
    #expect(Scope(key: scope.key) == scope)
    #expect(Scope(words: many) == scope)
    #expect(Scope(words: Array(many.dropLast())) != scope)
  }

  @Test(
    "is told from the sources as named",
    arguments: [
      ([], Scope.node), (["a", "b"], .sources(["a", "b"])), (["/etc/x"], .sources(["/etc/x"])),
      (["/etc/bringup/parts.d"], .parts), (["/etc/bringup/parts.d", "b"], .sources(["/etc/bringup/parts.d", "b"])),
      (["/var/lib/cloud/instances/i-0/boothooks/10-a"], .part("10-a")),
      (["/var/lib/cloud/instance/scripts/run me"], .part("run me")),
      (["/var/lib/cloud/instance/user-data.txt"], .sources(["/var/lib/cloud/instance/user-data.txt"])),
    ])
  func words(_ words: [String], scope: Scope) {
    #expect(Scope(words: words) == scope)
    #expect(Scope(key: scope.key) == scope)
  }

  @Test("the node's own input includes the parts that cloud-init runs")
  func governs() {
    #expect(Scope.node.governs(.part("a")))
    #expect(Scope.node.governs(.parts))
    #expect(!Scope.parts.governs(.node))
    #expect(!Scope.parts.governs(.sources(["a"])))
    #expect(!Scope.part("a").governs(.node))
    #expect(!Scope.part("a").governs(.part("b")))
    #expect(!Scope.node.governs(.sources(["a"])))
  }

  @Test(
    "is remembered as that of the directory, where a part of the node's input lies there",
    arguments: [
      (Scope.node, "/etc/bringup/parts.d/a.yaml", Scope.parts), (.node, "/etc/bringup/parts.data", .node),
      (.node, "/var/lib/cloud/instance/user-data.txt", .node), (.part("a"), "/etc/bringup/parts.d/a.yaml", .part("a")),
    ])
  func remembered(scope: Scope, source: String, remembered: Scope) {
    #expect(scope.remembered(of: Origin(source: source)) == remembered)
  }
}
