import Testing

@testable import Core

@Suite("The gate that a document's preflight becomes")
struct PreflightGateTests {
  private static let unit = "/etc/systemd/system/kops-configuration.service.d"

  private static func part(_ name: String, onFailure: String? = nil, more: String = "") -> Part {
    let choice = onFailure.map { ", onFailure: \($0)" } ?? ""
    let text = "apiVersion: bringup/v1\n\(more)preflight: {requirements: {cpu: {min: 2}}\(choice)}\n"
    return part(name, text)
  }

  private static func part(_ name: String, _ text: String) -> Part {
    Part(name: PartName(name), type: .bringup, content: Array(text.utf8), placement: .whole(name))
  }

  /// What a single part's steps ask for, by path.
  private static func files(_ part: Part, _ request: PlanRequest = PlanRequest()) -> [String: FileWrite] {
    let files = Planner.plan(PartList(parts: [part]), request).parts.flatMap(\.steps).compactMap(\.file)
    return Dictionary(files.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func dropIn(_ part: Part, _ request: PlanRequest = PlanRequest()) -> String? {
    files(part, request).first { $0.key.hasPrefix(unit) }.map { String(decoding: $0.value.content, as: UTF8.self) }
  }

  @Test("is the whole document, for root's eyes, and a drop-in that is read before others")
  func steps() throws {
    let part = Self.part("10-gpu.yaml", more: "units: {kops-configuration.service: {execStartPre: [/bin/true]}}\n")
    let plan = Planner.plan(PartList(parts: [part]), PlanRequest())
    #expect(
      plan.parts.flatMap(\.steps).map { "\($0.kind.rawValue) \($0.subject) \($0.origin)" } == [
        "drop-in \(Self.unit)/50-bringup.conf 10-gpu.yaml:2:9",
        "preflight /var/lib/bringup/preflight/10-gpu.yaml 10-gpu.yaml:3:12",
        "drop-in \(Self.unit)/40-preflight-10-gpu.yaml.conf 10-gpu.yaml:3:12",
      ])
    let document = try #require(Self.files(part)["/var/lib/bringup/preflight/10-gpu.yaml"])
    #expect(document.content == part.content)
    #expect(document.mode == .set(FileMode(0o600)) && document.owner == .root && document.extent == .whole)
  }

  @Test(
    "stops nodeup unless the document only warns",
    arguments: [(nil, ""), ("block", ""), ("warn", "-")] as [(String?, String)])
  func onFailure(choice: String?, prefix: String) {
    #expect(
      Self.dropIn(Self.part("a", onFailure: choice)) == """
        # Written by bringup from a; changes here are put back at the next apply.
        [Service]
        ExecStartPre=\(prefix)/usr/bin/bringup preflight --gate /var/lib/bringup/preflight/a
        NotifyAccess=exec

        """)
  }

  @Test("is read back from systemd by its command")
  func expected() {
    let plan = Planner.plan(PartList(parts: [Self.part("a", onFailure: "warn")]), PlanRequest())
    #expect(
      plan.dropIns(but: []).flatMap(\.dropIn.expected) == [
        .command(
          property: "ExecStartPre",
          arguments: ["/usr/bin/bringup", "preflight", "--gate", "/var/lib/bringup/preflight/a"])
      ])
  }

  @Test("starts this program from where it is, quoted for systemd")
  func program() throws {
    let program = InstalledProgram(path: try AbsolutePath("/opt/my tools/bringup-100%"), presence: .present)
    let dropIn = try #require(Self.dropIn(Self.part("a"), PlanRequest(program: program)))
    #expect(dropIn.contains("ExecStartPre=\"/opt/my tools/bringup-100%%\" preflight --gate /var/lib"))
  }

  @Test("a program at a path that systemd cannot start fails the part, at its preflight")
  func unusableProgram() throws {
    let program = InstalledProgram(path: try AbsolutePath("/opt/$tools/bringup"), presence: .present)
    let plan = Planner.plan(PartList(parts: [Self.part("a")]), PlanRequest(program: program))
    #expect(
      plan.failures.flatMap(\.errors).map(\.description) == [
        "a:2:12: the executable \"/opt/$tools/bringup\" holds a \"$\", which systemd does not take in executables"
      ])
  }

  @Test(
    "a root without the program is warned about",
    arguments: [
      (nil, "kops-configuration.service does not start"), ("warn", "nothing is checked"),
    ] as [(String?, String)])
  func missingProgram(choice: String?, consequence: String) {
    let program = InstalledProgram(path: .installedProgram, presence: .absent)
    let parts = PartList(parts: [Self.part("a", onFailure: choice)])
    #expect(
      Planner.plan(parts, PlanRequest(program: program)).parts.flatMap(\.warnings).map(\.description) == [
        "a:2:12: preflight needs /usr/bin/bringup, which is not in this root; without it \(consequence)"
      ])
    #expect(Planner.plan(parts, PlanRequest()).parts.flatMap(\.warnings).isEmpty)
  }

  @Test("the document is the same with the line ends that cloud-init mends before it executes a part")
  func lineEnds() {
    let text = "#!/usr/bin/bringup apply\napiVersion: bringup/v1\npreflight: {requirements: {}}\n"
    let carriage = text.split(separator: "\n").map { "\($0)\r\n" }.joined()
    let path = "/var/lib/bringup/preflight/a"
    #expect(Self.files(Self.part("a", carriage))[path]?.content == Array(text.utf8))
    #expect(Self.files(Self.part("a", text))[path]?.content == Array(text.utf8))
  }

  @Test("a script that lies beside the document is refused, one of the node or in the document is not")
  func scripts() {
    let checks = """
      apiVersion: bringup/v1
      preflight:
        requirements:
          customChecks:
            - script: file://checks.sh
            - {description: fetched, script: "https://example.com/checks.sh"}
            - script: file:///opt/checks.sh
            - script: "exit 0"

      """
    let plan = Planner.plan(PartList(parts: [Self.part("a", checks)]), PlanRequest())
    let remedy = "is not kept with the part; put the script itself in its place, or write file:// with an absolute path"
    #expect(
      plan.failures.flatMap(\.errors).map(\.description) == [
        "a:5:9: script \"file://checks.sh\" \(remedy)",
        "a:6:9: script \"https://example.com/checks.sh\" \(remedy)",
      ])
  }

  @Test(
    "its files have names of their own, whatever the part is called",
    arguments: [
      ("10-gpu_A.yaml", "10-gpu_A.yaml"), ("a b", "a+20b"), ("a+20b", "a+2b20b"), ("a/b", "a+2fb"), ("..", "+2e."),
      (".hidden", "+2ehidden"), ("é", "+c3+a9"), ("e\u{301}", "e+cc+81"), ("", "+"), ("100%", "100+25"),
    ])
  func fileName(part: String, name: String) {
    #expect(PreflightGate.fileName(of: PartName(part)) == name)
  }

  @Test("of long names, too")
  func longNames() {
    let names = ["x", "y"].map { PreflightGate.fileName(of: PartName(String(repeating: "ü", count: 4000) + $0)) }
    #expect(names.allSatisfy { $0.utf8.count < 160 })
    #expect(names[0] != names[1])
    #expect(PreflightGate.dropInName(of: PartName(String(repeating: "ü", count: 4000))).text.utf8.count < 255)
  }

  @Test(
    "several documents each have theirs; of parts with one name the second is refused, and so is a drop-in of that name"
  )
  func several() {
    let taken = "units: {kops-configuration.service: {dropIn: 40-preflight-c.conf, wants: [a.service]}}\n"
    let parts = PartList(parts: [Self.part("a"), Self.part("b"), Self.part("b"), Self.part("c", more: taken)])
    let plan = Planner.plan(parts, PlanRequest())
    #expect(plan.parts.map(\.name.description) == ["a", "b"])
    #expect(
      plan.failures.flatMap(\.errors).map(\.description) == [
        "b:2:12: \(Self.unit)/40-preflight-b.conf is written already; give the part b another name",
        "c:3:12: \(Self.unit)/40-preflight-c.conf is written already; give the part c another name",
      ])
  }

  @Test("goes when its document no longer asks for it, the drop-in first; a failing part and other scopes keep theirs")
  func removals() {
    let gates = PartList(parts: [Self.part("a"), Self.part("bad")])
    let state = AppliedState().succeeded(
      by: Planner.plan(gates, PlanRequest()), failedParts: [], scope: .node, instance: nil, unitsChanged: true)
    let now = PartList(parts: [Self.part("a", "apiVersion: bringup/v1\n"), Self.part("bad", "apiVersion: [")])
    #expect(
      Planner.plan(now, PlanRequest(state: state)).removals.map(\.path.text) == [
        "\(Self.unit)/40-preflight-a.conf", "/var/lib/bringup/preflight/a",
      ])
    #expect(Planner.plan(now, PlanRequest(scope: .part("a"), state: state)).removals.isEmpty)
    #expect(Planner.plan(gates, PlanRequest(state: state)).removals.isEmpty)
  }

  @Test("is put in place whatever this instance already got")
  func oncePerInstance() {
    let parts = PartList(parts: [Self.part("a")])
    var request = PlanRequest(frequency: .oncePerInstance, instance: "i")
    request.state = AppliedState().succeeded(
      by: Planner.plan(parts, request), failedParts: [], scope: .node, instance: "i", unitsChanged: true)
    #expect(Planner.plan(parts, request).parts.flatMap(\.steps).map(\.kind) == [.preflight, .dropIn])
  }
}
