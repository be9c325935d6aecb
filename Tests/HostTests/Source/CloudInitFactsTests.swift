import Core
import Testing

@testable import Host

@Suite("What a root says of its cloud-init")
struct CloudInitFactsTests {
  static func facts(_ files: [String], environment: Environment = [:]) throws -> CloudInitFacts {
    let scratch = try ScratchRoot()
    for file in files { try scratch.write(file, "") }
    return CloudInitFacts(of: try Root(scratch.path), environment: environment)
  }

  @Test("is nothing on a root without one")
  func absent() throws {
    let facts = try Self.facts([])
    #expect(facts.presence == .known(.absent))
    #expect(facts.instanceID == .known(nil))
    #expect(facts.writeFiles == .known(.notRun))
    #expect(facts.deferredWriteFiles == .known(.notRun))
    #expect(facts.run == .known(.notBegun))
  }

  @Test(
    "tells whether it has a part in this boot",
    arguments: [
      (["run/cloud-init/enabled"], .enabled),
      (["run/cloud-init/disabled", "usr/bin/cloud-init"], .disabled),
      (["run/cloud-init/instance-data.json"], .enabled),
      (["usr/bin/cloud-init"], .installed),
      (["usr/local/bin/cloud-init"], .installed),
      (["var/lib/cloud/data/instance-id"], .absent),
    ] as [([String], CloudInitFacts.Presence)])
  func presence(files: [String], presence: CloudInitFacts.Presence) throws {
    #expect(try Self.facts(files).presence == .known(presence))
  }

  @Test("tells how far its run is, by the links it leaves")
  func run() throws {
    let scratch = try ScratchRoot()
    func run() throws -> Fact<CloudInitFacts.Run> { CloudInitFacts(of: try Root(scratch.path), environment: [:]).run }
    try scratch.link("run/cloud-init/status.json", to: "../../var/lib/cloud/data/status.json")
    try scratch.link("run/cloud-init/result.json", to: "../../var/lib/cloud/data/result.json")
    #expect(try run() == .known(.notBegun))
    try scratch.write("var/lib/cloud/data/status.json", "{}")
    #expect(try run() == .known(.underway))
    try scratch.write("var/lib/cloud/data/result.json", "{}")
    #expect(try run() == .known(.finished))
  }

  @Test("tells which modules ran for the instance that the link is at")
  func modules() throws {
    let scratch = try ScratchRoot()
    try scratch.write("var/lib/cloud/instances/i-1/sem/config_write_files", "12: 3.4\n")
    try scratch.write("var/lib/cloud/instances/i-2/sem/config_write_files_deferred", "12: 3.4\n")
    try scratch.link("var/lib/cloud/instance", to: "/var/lib/cloud/instances/i-1")
    let facts = CloudInitFacts(of: try Root(scratch.path), environment: [:])
    #expect(facts.writeFiles == .known(.ran))
    #expect(facts.deferredWriteFiles == .known(.notRun))
  }

  @Test(
    "tells the instance's id, that of this boot first",
    arguments: [
      (["var/lib/cloud/data/instance-id": "i-1\n"], "i-1"),
      (["run/cloud-init/.instance-id": "i-2\n", "var/lib/cloud/data/instance-id": "i-1\n"], "i-2"),
      (["run/cloud-init/.instance-id": "", "var/lib/cloud/data/instance-id": "i-1"], "i-1"),
      (["run/cloud-init/.instance-id": "\n"], nil),
    ] as [([String: String], String?)])
  func instanceID(files: [String: String], id: String?) throws {
    let scratch = try ScratchRoot()
    for (path, text) in files { try scratch.write(path, text) }
    #expect(CloudInitFacts(of: try Root(scratch.path), environment: [:]).instanceID == .known(id))
  }

  @Test("that cannot be read is not taken for an answer")
  func unreadable() throws {
    let scratch = try ScratchRoot()
    try scratch.link("run/cloud-init", to: "cloud-init")
    try scratch.link("var/lib/cloud/instance", to: "instance")
    try scratch.makeDirectory("var/lib/cloud/data/instance-id")
    let facts = CloudInitFacts(of: try Root(scratch.path), environment: [:])
    let loop = "too many levels of symbolic links"
    #expect(facts.presence == .unreadable("stat /run/cloud-init/enabled: \(loop)"))
    #expect(facts.instanceID == .unreadable("read /run/cloud-init/.instance-id: \(loop)"))
    #expect(facts.writeFiles == .unreadable("stat /var/lib/cloud/instance/sem/config_write_files: \(loop)"))
    #expect(facts.run == .unreadable("stat /run/cloud-init/result.json: \(loop)"))
  }

  @Test("is what it told the command it runs, on the node itself")
  func told() throws {
    let facts = CloudInitFacts(of: try Root("/"), environment: ["INSTANCE_ID": "i-9"])
    #expect(facts.presence == .known(.enabled))
    #expect(facts.instanceID == .known("i-9"))
    let image = try Self.facts([], environment: ["INSTANCE_ID": "i-9"])
    #expect(image.presence == .known(.absent))
    #expect(image.instanceID == .known(nil))
  }
}
