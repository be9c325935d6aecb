import Testing

@testable import Core

@Suite("The plan for parts")
struct PlannerTests {
  private static func part(
    _ name: String, _ type: PartType, _ text: String, source: String = "user-data", ordinal: Int = 0
  ) -> Part {
    Part(
      name: PartName(name), type: type, content: Array(text.utf8), placement: .whole(source), ordinal: ordinal)
  }

  /// One line a step: `file /a`, `bootcmd left: left to cloud-init`.
  private static func lines(_ parts: [Part], _ request: PlanRequest = PlanRequest()) -> [String] {
    let plan = Planner.plan(PartList(parts: parts), request)
    return plan.parts.flatMap(\.steps).map { step in
      if case .leave(_, _, let reason) = step.action {
        return "\(step.kind.rawValue) \(step.subject): \(reason.sentence)"
      }
      return "\(step.kind.rawValue) \(step.subject)" + (step.file.map { " \($0.extent)" } ?? "")
    } + plan.failures.flatMap(\.errors).map(\.description) + plan.removals.map { "remove \($0.path)" }
  }

  private static func cloudInit(_ writeFiles: CloudInitOutlook.Module) -> CloudInitOutlook {
    .present(userData: "user-data", writeFiles: writeFiles, deferred: writeFiles)
  }

  private static let append = "write_files:\n- {path: /log, append: true, content: x}\n"

  private static func remembering(_ text: String) -> AppliedState {
    AppliedState(records: [
      AppliedRecord(
        kind: .append, subject: "/log", part: "a", scope: .node, digest: SHA256(of: Array(text.utf8)).description,
        instance: "i-0")
    ])
  }

  @Test("parts that fail are told in the order of their names, whatever refused them")
  func failures() {
    let unread = PartFailure(name: PartName("20"), errors: [UserDataError(Origin(source: "20"), .blob(.binary))])
    let parts = [Self.part("10", .cloudConfig, "[]\n"), Self.part("30", .cloudConfig, "[]\n", ordinal: 1)]
    let plan = Planner.plan(PartList(parts: parts, failures: [unread]), PlanRequest())
    #expect(plan.failures.map(\.name.description) == ["10", "20", "30"])
  }

  @Test("who appends a text depends on what cloud-init still does, and on what is remembered")
  func appends() {
    let rows: [(CloudInitOutlook, AppliedState, String)] = [
      (.absent, AppliedState(), "appended(Core.FileWrite.History.unknown)"),
      (.absent, Self.remembering("x"), "appended(Core.FileWrite.History.written)"),
      (.absent, Self.remembering("y"), "appended(Core.FileWrite.History.unknown)"),
      (Self.cloudInit(.pending), AppliedState(), "withdrawn(Core.FileWrite.History.unknown)"),
      (Self.cloudInit(.pending), Self.remembering("x"), "withdrawn(Core.FileWrite.History.written)"),
      (Self.cloudInit(.done), AppliedState(), "appended(Core.FileWrite.History.written)"),
      (
        .present(userData: "another", writeFiles: .pending, deferred: .pending), AppliedState(),
        "appended(Core.FileWrite.History.unknown)"
      ),
    ]
    for (outlook, state, extent) in rows {
      let lines = Self.lines(
        [Self.part("a", .cloudConfig, Self.append)], PlanRequest(cloudInit: outlook, state: state))
      #expect(lines == ["append /log \(extent)"])
    }
  }

  @Test("an append that cloud-init's merge loses is done here, the one it keeps is left to it")
  func lostAppend() {
    let parts = [
      Self.part("a", .cloudConfig, Self.append, ordinal: 0),
      Self.part("b", .cloudConfig, "write_files:\n- {path: /log, append: true, content: y}\n", ordinal: 1),
    ]
    #expect(
      Self.lines(parts, PlanRequest(cloudInit: Self.cloudInit(.pending))) == [
        "append /log appended(Core.FileWrite.History.unknown)", "append /log withdrawn(Core.FileWrite.History.unknown)",
      ])
  }

  @Test("a deferred entry is cloud-init's while it will do it, and ours when it will not")
  func deferred() {
    let part = Self.part("a", .cloudConfig, "write_files:\n- {path: /f, defer: true, content: x}\n")
    #expect(
      Self.lines([part], PlanRequest(cloudInit: Self.cloudInit(.pending))) == [
        "file /f: left to cloud-init's final stage (defer: true)"
      ])
    for outlook in [CloudInitOutlook.absent, Self.cloudInit(.done)] {
      #expect(Self.lines([part], PlanRequest(cloudInit: outlook)) == ["file /f whole"])
    }
  }

  @Test(
    "what cannot be handled is listed with the reason",
    arguments: [
      (PartType.includeURL, "other p: #include cannot be handled here; left to cloud-init"),
      (.partHandler, "other p: a part-handler cannot be handled here; left to cloud-init"),
      (.jinja, "other p: a jinja template cannot be handled here; left to cloud-init"),
      (.cloudConfigPatch, "other p: a JSON patch of the cloud-config cannot be handled here; left to cloud-init"),
      (.upstartJob, "other p: no handler for this type, here or in cloud-init"),
      (.unhandled("text/odd"), "other p: no handler for this type, here or in cloud-init"),
      (.shellScript, "script p: not run: there is no cloud-init here (--run runs it)"),
    ])
  func left(type: PartType, line: String) {
    #expect(Self.lines([Self.part("p", type, "#!/bin/sh\n")]) == [line])
  }

  @Test("source.uri is fetched by cloud-init, never here")
  func sourceURI() {
    let entry = "- {path: /f, source: {uri: 'file:///x'}}\n"
    #expect(
      Self.lines([Self.part("p", .cloudConfig, "write_files:\n\(entry)")])
        == ["file /f: source.uri cannot be handled here; left to cloud-init"])
    #expect(
      Self.lines([Self.part("p", .bringup, "apiVersion: bringup/v1\nfiles:\n\(entry)")]) == [
        "user-data:3:3: source.uri is not fetched here; put the content into the document with \"bringup bundle\""
      ])
  }

  @Test("a path with .. is refused in an image and followed as Python does on the node")
  func parentReference() {
    let part = Self.part("p", .cloudConfig, "write_files:\n- {path: /a/../f, content: x}\n")
    #expect(Self.lines([part]) == ["file /f whole"])
    #expect(
      Self.lines([part], PlanRequest(confinement: .image)) == [
        "user-data:2:3: the path holds \"..\", which is not followed under --root; write /f"
      ])
  }

  @Test("once per instance, what this instance got is left alone, and another instance gets it")
  func frequency() {
    let part = Self.part("p", .cloudConfig, "write_files:\n- {path: /f, content: new}\n")
    let state = AppliedState(records: [
      AppliedRecord(kind: .file, subject: "/f", part: "p", scope: .node, digest: "0", instance: "i-1")
    ])
    let request = PlanRequest(frequency: .oncePerInstance, instance: "i-1", state: state)
    #expect(Self.lines([part], request) == ["file /f: this instance already got it"])
    var other = request
    other.instance = "i-2"
    #expect(Self.lines([part], other) == ["file /f whole"])
  }

  @Test("a unit file that a part writes is checked before it is written")
  func unitFile() {
    let text = "write_files:\n- path: /etc/systemd/system/a.service.d/x.conf\n  content: |\n    ExecStart=/bin/true\n"
    let lines = Self.lines([Self.part("p", .cloudConfig, text)])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("user-data[/etc/systemd/system/a.service.d/x.conf]:1:1: ") == true)
  }

  private static func document(_ unit: String, _ name: String = "") -> String {
    "apiVersion: bringup/v1\nunits:\n  \(unit): {\(name)execStartPre: [/bin/true]}\n"
  }

  @Test("two parts that name one drop-in would undo each other: the second is refused")
  func dropInTaken() {
    let parts = [
      Self.part("a", .bringup, Self.document("x.service")), Self.part("b", .bringup, Self.document("x.service")),
      Self.part("c", .bringup, Self.document("x.service", "dropIn: 60-c.conf, ")),
    ]
    #expect(
      Self.lines(parts) == [
        "drop-in /etc/systemd/system/x.service.d/50-bringup.conf whole",
        "drop-in /etc/systemd/system/x.service.d/60-c.conf whole",
        "user-data:3:3: part a writes /etc/systemd/system/x.service.d/50-bringup.conf, too; give one of them another name,"
          + " e.g. dropIn: 60-bringup.conf",
      ])
  }

  @Test("a drop-in that another document's run wrote is replaced with a warning")
  func dropInOfAnotherRun() {
    let path = "/etc/systemd/system/x.service.d/50-bringup.conf"
    let state = AppliedState(records: [
      AppliedRecord(kind: .dropIn, subject: path, part: "a", scope: .part("a"), digest: "0", instance: nil)
    ])
    let parts = PartList(parts: [Self.part("b", .bringup, Self.document("x.service"))])
    let plan = Planner.plan(parts, PlanRequest(scope: .part("b"), state: state))
    #expect(
      plan.parts.flatMap(\.warnings).map(\.description) == [
        "user-data:3:3: an earlier run wrote \(path) for part a, which this one replaces; unless that part is gone, give one"
          + " of them another name with dropIn"
      ])
    #expect(Planner.plan(parts, PlanRequest(scope: .node, state: state)).parts.flatMap(\.warnings).isEmpty)
  }

  @Test("drop-ins that nobody asks for go, but not those of other scopes, failing parts or unread sources")
  func removals() {
    func record(_ subject: String, part: String, scope: Scope = .node) -> AppliedRecord {
      AppliedRecord(kind: .dropIn, subject: subject, part: part, scope: scope, digest: "0", instance: nil)
    }
    let state = AppliedState(records: [
      record("/gone", part: "old"), record("/failing", part: "bad"),
      record("/other", part: "x", scope: .sources(["x"])),
      record("/boothook", part: "hook", scope: .part("hook")),
    ])
    let request = PlanRequest(state: state)
    let bad = Self.part("bad", .cloudConfig, "a: [")
    let plan = Planner.plan(PartList(parts: [bad]), request)
    #expect(plan.removals.map(\.path.text) == ["/gone", "/boothook"])
    let unread = PartFailure(
      name: PartName("user-data"), extent: .source, errors: [UserDataError(Origin(source: "user-data"), .blob(.empty))])
    #expect(Planner.plan(PartList(failures: [unread]), request).removals.isEmpty)
  }

  @Test("commands run in cloud-init's order: boothooks, bootcmd; after the files scripts by name, runcmd among them")
  func commandOrder() {
    let parts = [
      Self.part("a", .shellScript, "#!/bin/sh\n"), Self.part("b", .cloudConfig, "runcmd: [x]\nbootcmd: [y]\n"),
      Self.part("c", .boothook, "#!/bin/sh\n"), Self.part("s", .shellScript, "#!/bin/sh\n"),
      Self.part("z", .cloudConfig, "bootcmd: [y]\nruncmd: [x]\n"),
    ]
    let plan = Planner.plan(PartList(parts: parts), PlanRequest(commands: .run))
    func names(_ stage: CommandStage) -> [String] {
      plan.commands(stage).map { "\(plan.parts[$0.part].name) \(plan.parts[$0.part].steps[$0.step].kind.rawValue)" }
    }
    #expect(names(.beforeFiles) == ["c boothook", "b bootcmd", "z bootcmd"])
    #expect(names(.afterFiles) == ["a script", "b runcmd", "z runcmd", "s script"])
  }

  @Test("commands that cloud-init makes no script of are an error where they are to be run, else a warning")
  func brokenCommands() {
    let part = Self.part("p", .cloudConfig, "bootcmd: [{a: b}]\n")
    #expect(Self.lines([part], PlanRequest(commands: .run)).count == 1)
    let plan = Planner.plan(PartList(parts: [part]), PlanRequest())
    #expect(plan.failures.isEmpty && plan.parts.first?.warnings.count == 1)
  }
}
