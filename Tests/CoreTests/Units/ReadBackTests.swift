import Testing

@testable import Core

struct ReadBackTests {
  /// What `state` is found to differ in from a drop-in that asks for `expected`.
  private static func sentences(_ expected: [DropIn.Expectation], _ state: UnitState) throws -> [String] {
    let dropIn = DropIn(
      origin: Origin(source: "app.yaml"), unit: state.unit, fileName: "50-bringup.conf", text: [], expected: expected)
    return ReadBack.differences(of: [dropIn], in: state).map(\.sentence)
  }

  private static func state(
    load: UnitState.Load = .loaded, dropIns: [String] = ["50-bringup.conf"], needsReload: Bool = false,
    settings: [UnitState.Setting] = []
  ) throws -> UnitState {
    UnitState(
      unit: try #require(UnitName("app.service")), load: load, active: .inactive, fragment: nil,
      dropIns: try dropIns.map { try AbsolutePath("/etc/systemd/system/app.service.d/\($0)") },
      needsReload: needsReload, settings: settings)
  }

  private static let touch = DropIn.Expectation.command(property: "ExecStopPost", arguments: ["/bin/touch", "/a b"])
  private static let endless = DropIn.Expectation.duration(property: "TimeoutStartUSec", microseconds: .max)

  @Test("a unit that has what was asked for, among other things, differs in nothing")
  func same() throws {
    let state = try Self.state(
      dropIns: ["10-a.conf", "50-bringup.conf", "90-z.conf"],
      settings: [
        .commands(property: "ExecStopPost", [["/bin/true"], ["/bin/touch", "/a b"]]),
        .duration(property: "TimeoutStartUSec", microseconds: .max),
      ])
    #expect(try Self.sentences([Self.touch, Self.endless], state) == [])
  }

  @Test("a unit that does not exist yet is no difference")
  func notFound() throws {
    #expect(try Self.sentences([Self.touch], try Self.state(load: .notFound, dropIns: [])) == [])
  }

  @Test(
    "a unit without its drop-in says which way",
    arguments: [
      (
        UnitState.Load.masked, ["50-bringup.conf"], false,
        "app.service is masked, so that its drop-ins do nothing; unmask it with systemctl unmask app.service"
      ),
      (
        .other("bad-setting"), ["50-bringup.conf"], false,
        "app.service is not loaded (bad-setting); see systemctl status app.service"
      ),
      (
        .loaded, ["50-bringup.conf"], true,
        "app.service has files that changed after systemd read them; run systemctl daemon-reload"
      ),
      (
        .loaded, ["50-other.conf"], false,
        "app.service is loaded without /etc/systemd/system/app.service.d/50-bringup.conf; see systemctl cat app.service"
      ),
    ])
  func withoutDropIn(load: UnitState.Load, dropIns: [String], needsReload: Bool, sentence: String) throws {
    #expect(
      try Self.sentences([], try Self.state(load: load, dropIns: dropIns, needsReload: needsReload)) == [sentence])
  }

  @Test(
    "a command must be there argument by argument",
    arguments: [
      [["/bin/touch", "/a", "b"]], [["/bin/touch"]], [["/bin/touch", "/a b", ""]], [], [["/bin/touch /a b"]],
    ])
  func commandMissing(lines: [[String]]) throws {
    let state = try Self.state(settings: [
      .commands(property: "ExecStopPost", lines), .commands(property: "ExecStartPre", [["/bin/touch", "/a b"]]),
    ])
    #expect(
      try Self.sentences([Self.touch], state) == [
        "app.service has no ExecStopPost command \"/bin/touch\" with the 1 argument asked for"
      ])
  }

  @Test("an argument in another normal form is another argument")
  func normalForms() throws {
    let state = try Self.state(settings: [.commands(property: "ExecStartPre", [["/bin/echo", "e\u{301}"]])])
    let composed = DropIn.Expectation.command(property: "ExecStartPre", arguments: ["/bin/echo", "\u{E9}"])
    #expect(
      try Self.sentences([composed], state)
        == ["app.service has no ExecStartPre command \"/bin/echo\" with the 1 argument asked for"])
  }

  @Test(
    "a duration tells what was found, and who may have set it",
    arguments: [
      (UInt64(90_000_000) as UInt64?, [], "90s, wanted infinity"),
      (1_500_000, [], "1500ms, wanted infinity"),
      (
        15, ["60-a.conf"],
        "15us, wanted infinity; /etc/systemd/system/app.service.d/60-a.conf is read later and may replace it"
      ),
      (
        0, ["60-a.conf", "70-b.conf"],
        "0s, wanted infinity; /etc/systemd/system/app.service.d/70-b.conf and 1 more are read later and may replace it"
      ),
      (nil, [], "unset, wanted infinity"),
    ] as [(UInt64?, [String], String)])
  func duration(found: UInt64?, later: [String], sentence: String) throws {
    let settings = found.map { [UnitState.Setting.duration(property: "TimeoutStartUSec", microseconds: $0)] } ?? []
    let state = try Self.state(dropIns: ["10-a.conf", "50-bringup.conf"] + later, settings: settings)
    #expect(try Self.sentences([Self.endless], state) == ["app.service has TimeoutStartUSec \(sentence)"])
  }

  @Test("words that a later systemd may use are kept")
  func words() {
    #expect(
      ["loaded", "not-found", "masked", "merged"].map(UnitState.Load.init) == [
        .loaded, .notFound, .masked, .other("merged"),
      ])
    #expect(
      ["inactive", "activating", "active", "failed"].map(UnitState.Active.init) == [
        .inactive, .activating, .active, .other("failed"),
      ])
  }
}
