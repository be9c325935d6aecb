import Foundation
import Testing

@testable import Core
@testable import Host

@Suite("The files of a gate")
struct PreflightGateFilesTests {
  private static let document = "var/lib/bringup/preflight/node.yaml"
  private static let dropIn = "etc/systemd/system/kops-configuration.service.d/40-preflight-node.yaml.conf"

  /// Applies one document, as its own run would. One word a result.
  private static func apply(_ text: String, to scratch: ScratchRoot) throws -> [String] {
    let root = try Root(scratch.path)
    let directory = try StateDirectory.open(in: root)
    let state = try Recovery.run(in: root, state: directory).state
    let part = Part(
      name: PartName("node.yaml"), type: .bringup, content: Array(text.utf8), placement: .whole("node.yaml"))
    let plan = Planner.plan(PartList(parts: [part]), PlanRequest(confinement: .image, state: state))
    let outcome = try Apply.run(
      Apply.Request(plan: plan, strictness: .perPart, scope: .node, instance: nil, earlier: state), root: root,
      state: directory, accounts: try Accounts(of: root))
    return (outcome.steps.flatMap(\.self) + outcome.removals).map { "\($0.kind.rawValue) \($0.outcome.word)" }
  }

  private static func gate(cpus: Int, _ onFailure: String = "block") -> String {
    "apiVersion: bringup/v1\npreflight: {requirements: {cpu: {min: \(cpus)}}, onFailure: \(onFailure)}\n"
  }

  @Test("only root can read the document, and everybody the drop-in; the second run changes nothing")
  func written() throws {
    let scratch = try ScratchRoot()
    #expect(try Self.apply(Self.gate(cpus: 2), to: scratch) == ["preflight changed", "drop-in changed"])
    #expect(try scratch.text(Self.document) == Self.gate(cpus: 2))
    #expect(scratch.mode(Self.document) == 0o600 && scratch.mode("var/lib/bringup/preflight") == 0o700)
    #expect(scratch.mode(Self.dropIn) == 0o644)
    let before = [Self.document, Self.dropIn].map(scratch.inode)
    #expect(try Self.apply(Self.gate(cpus: 2), to: scratch) == ["preflight unchanged", "drop-in unchanged"])
    #expect([Self.document, Self.dropIn].map(scratch.inode) == before)
  }

  @Test("what was edited on the node is repaired, and a new requirement leaves the drop-in alone")
  func repaired() throws {
    let scratch = try ScratchRoot()
    _ = try Self.apply(Self.gate(cpus: 2), to: scratch)
    try scratch.write(Self.document, Self.gate(cpus: 1), mode: 0o644)
    #expect(try Self.apply(Self.gate(cpus: 2), to: scratch) == ["preflight changed", "drop-in unchanged"])
    #expect(scratch.mode(Self.document) == 0o600)
    #expect(try Self.apply(Self.gate(cpus: 4), to: scratch) == ["preflight changed", "drop-in unchanged"])
    #expect(try Self.apply(Self.gate(cpus: 4, "warn"), to: scratch) == ["preflight changed", "drop-in changed"])
  }

  @Test("both go when the document asks for no preflight any more, and stay while it is broken")
  func removed() throws {
    let scratch = try ScratchRoot()
    _ = try Self.apply(Self.gate(cpus: 2), to: scratch)
    #expect(try Self.apply("apiVersion: [\n", to: scratch) == [])
    #expect(scratch.exists(Self.document) && scratch.exists(Self.dropIn))
    #expect(try Self.apply("apiVersion: bringup/v1\n", to: scratch) == ["remove changed", "remove changed"])
    #expect(!scratch.exists(Self.document) && !scratch.exists(Self.dropIn))
    #expect(try Self.apply("apiVersion: bringup/v1\n", to: scratch) == [])
  }

  @Test("a rollback puts both back, or takes both away")
  func rolledBack() throws {
    let scratch = try ScratchRoot()
    _ = try Self.apply(Self.gate(cpus: 2), to: scratch)
    _ = try Self.apply("apiVersion: bringup/v1\n", to: scratch)
    let root = try Root(scratch.path)
    let directory = try StateDirectory.open(in: root)
    _ = try Rollback.run(.keep, root: root, state: directory)
    #expect(try scratch.text(Self.document) == Self.gate(cpus: 2))
    #expect(scratch.mode(Self.document) == 0o600 && scratch.exists(Self.dropIn))
    _ = try Rollback.run(.keep, root: root, state: directory)
    #expect(!scratch.exists("var/lib/bringup/preflight") && !scratch.exists(Self.dropIn))
  }

  @Test("the program is looked for where the node will find it")
  func program() throws {
    let scratch = try ScratchRoot()
    #expect(
      try InstalledProgram(in: try Root(scratch.path))
        == InstalledProgram(path: .installedProgram, presence: .absent))
    try scratch.write("usr/bin/bringup", "", mode: 0o755)
    #expect(try InstalledProgram(in: try Root(scratch.path)) == .standard)
    let running = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #expect(
      try InstalledProgram(in: try Root("/"))
        == InstalledProgram(path: try AbsolutePath(running), presence: .present))
  }
}
