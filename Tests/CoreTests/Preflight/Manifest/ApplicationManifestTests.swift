import Core
import Foundation
import Testing

@Suite struct ApplicationManifestTests {
  private static let head = "apiVersion: bundle.gravitational.io/v2\nkind: Bundle\n"

  @Test("the manifest that Telekube's documentation publishes is read whole")
  func whole() throws {
    let text = try published()
    #expect(
      asked(text, profile: "db") == [
        "cpu min 8@59:14", "ram min 32GB@61:14", "os @63:9 centos@63:17 7@65:15 rhel@66:17 7.2@68:15 7.3@69:15",
        "volume /var/lib/logs@71:17 create capacity 512GB@72:21",
        "volume /var/lib/data@74:17 name app-data@73:11 create target /var/lib/data capacity 512GB@76:21 "
          + "filesystems ext4,xfs@77:24 rate 50MB/s@78:28 uid 114@80:16 gid 114@81:16 mode 0755@82:17",
        "device /dev/nvidia*@84:17 access rw@85:24 mode 0666@86:21 uid 0@87:16 gid 0@88:16", "rate min 50MB/s@90:26",
        "tcp 8080@94:17 10000-10005@95:17", "instance-type c3.2xlarge,m3.2xlarge@100:11",
      ])
    #expect(asked(text, profile: "worker") == ["cpu min 4@108:14", "ram min 4GB@110:14"])
    guard case .application(let manifest) = try PreflightManifest.decode(source(text)) else {
      Issue.record("not a Gravity manifest")
      return
    }
    #expect(manifest.profiles.map(\.name) == ["db", "worker"])
    #expect(manifest.profiles.map(\.origin.description) == ["source:53:5", "source:102:5"])
  }

  @Test("a profile that is missing or wrong is told with those there are")
  func choice() throws {
    let text = try published()
    #expect(asked(text) == ["the manifest has 2 node profiles: \"db\", \"worker\"; choose one with --profile"])
    #expect(asked(text, profile: "") == ["no node profile is called \"\"; there are \"db\", \"worker\""])
    #expect(asked(text, profile: "DB") == ["no node profile is called \"DB\"; there are \"db\", \"worker\""])
    #expect(asked(profiles("{name: a}"), profile: "b") == ["no node profile is called \"b\"; there is \"a\""])
    let many = (1...12).map { "{name: p\($0)}" }.joined(separator: ", ")
    let listed = (1...10).map { "\"p\($0)\"" }.joined(separator: ", ")
    #expect(
      asked(profiles(many)) == ["the manifest has 12 node profiles: \(listed) and 2 more; choose one with --profile"])
    #expect(asked(profiles("{name: \u{E9}}"), profile: "e\u{301}").first?.hasPrefix("no node profile") == true)
  }

  @Test("the only profile needs no name, and one without requirements asks nothing")
  func only() throws {
    #expect(asked(profiles("{name: a, requirements: {cpu: {min: 1}}}")) == ["cpu min 1@3:52"])
    #expect(asked(profiles("{name: a}")) == [])
    let choice = try PreflightManifest.decode(source(profiles("{name: a, requirements: {cpu: {min: 1}}}")))
      .choose(profile: nil)
    #expect(choice.profile == "a" && choice.onFailure == [.block])
  }

  @Test(
    "kinds and wrappings of a manifest",
    arguments: [
      "apiVersion: cluster.gravitational.io/v2\nkind: Cluster\nnodeProfiles: [{name: a, requirements: {cpu: {min: 1}}}]",
      "apiVersion: app.gravitational.io/v2\nkind: Application\nnodeProfiles: [{name: a, requirements: {cpu: {min: 1}}}]",
      "\u{FEFF}apiVersion: bundle.gravitational.io/v2\nkind: Bundle\nnodeProfiles: [{name: a, requirements: {cpu: {min: 1}}}]",
      "# A\r\napiVersion: bundle.gravitational.io/v2\r\nkind: Bundle\r\nnodeProfiles: [{name: a, requirements: {cpu: {min: 1}}}]",
      "kind: Job\n---\napiVersion: bundle.gravitational.io/v2\nkind: Bundle\nnodeProfiles: [{name: a, requirements: {cpu: {min: 1}}}]",
      "{\"apiVersion\": \"bundle.gravitational.io/v2\", \"kind\": \"Bundle\", \"nodeProfiles\": [{\"name\": \"a\", \"requirements\": {\"cpu\": {\"min\": 1}}}]}",
    ])
  func kinds(text: String) {
    #expect(asked(text + "\n").map { $0.prefix { $0 != "@" } } == ["cpu min 1"])
  }

  @Test(
    "what is wrong with a manifest is told at its place",
    arguments: [
      ("", "1:1: the manifest has no nodeProfiles, so it asks nothing of a node; \(example)"),
      (
        "nodeProfiles: []",
        "3:15: the manifest has no nodeProfiles, so it asks nothing of a node; \(example)"
      ),
      ("nodeProfiles: {name: a}", "3:15: nodeProfiles is a mapping; write a list"),
      (
        "nodeProfiles: [a]", "3:16: a node profile is text; write a mapping with name, description, requirements"
      ),
      ("nodeProfiles: [{}]", "3:16: a node profile has no name; write text"),
      ("nodeProfiles: [{name: 5}]", "3:23: name is a number; write text"),
      (
        "nodeProfiles: [{name: a}, {name: a}]",
        "3:27: a profile above is called \"a\", too; give this one another name"
      ),
      (
        "nodeProfiles: [{name: a, requirement: {}}]",
        "3:26: \"requirement\" is not a key of a node profile; did you mean \"requirements\"?"
      ),
      (
        "nodeProfiles: [{name: a, requirements: }]",
        "3:40: requirements is nothing; write a mapping, e.g. {cpu: {min: 2}}"
      ),
      (
        "nodeProfiles: [{name: a, providers: {gce: {}}}]",
        "3:38: \"gce\" is not a key of providers; write one of aws"
      ),
      (
        "nodeProfiles: [{name: a, providers: {aws: {instanceTypes: c3.2xlarge}}}]",
        "3:59: instanceTypes is text; write a list"
      ),
      (
        "nodeProfiles: [{name: a}]\nnodeProfiles: []", "3:1: \"nodeProfiles\" is in the manifest twice; keep one"
      ),
    ])
  func refused(rest: String, message: String) {
    #expect(asked(Self.head + rest + "\n").first == "source:\(message)")
  }

  @Test("a file holds one manifest")
  func second() {
    #expect(
      asked(profiles("{name: a}") + "---\n" + Self.head) == [
        "source:5:1: a second Gravity manifest begins; keep one in the file"
      ])
  }

  @Test(
    "a manifest of another version or kind is told so",
    arguments: [
      (
        "apiVersion: bundle.gravitational.io/v1\nkind: Bundle\nnodeProfiles: [{name: a}]",
        "1:13: apiVersion is \"bundle.gravitational.io/v1\"; of Gravity's manifests this program reads v2"
      ),
      (
        "apiVersion: bundle.gravitational.io/v2\nnodeProfiles: [{name: a}]",
        "1:1: the manifest has no kind; write kind: Bundle, Cluster or Application"
      ),
      (
        "apiVersion: bundle.gravitational.io/v2\nkind: Runtime\nnodeProfiles: [{name: a}]",
        "2:7: kind is \"Runtime\"; write Bundle, Cluster or Application"
      ),
    ])
  func heads(text: String, message: String) {
    #expect(asked(text + "\n") == ["source:\(message)"])
  }

  @Test("a list of instance types that is empty restricts nothing")
  func instanceTypes() {
    #expect(asked(profiles("{name: a, providers: {aws: {instanceTypes: []}}}")) == [])
    #expect(
      asked(profiles("{name: a, providers: {aws: {instanceTypes: [x]}}, requirements: {cpu: {min: 1}}}")) == [
        "instance-type x@3:59", "cpu min 1@3:92",
      ])
  }

  @Test("an error in another profile is told, too")
  func other() {
    #expect(
      asked(profiles("{name: a}, {name: b, requirements: {cpu: 1}}"), profile: "a") == [
        "source:3:57: cpu is a number; write a mapping with min, max"
      ])
  }

  @Test("a manifest that is no YAML says where")
  func syntax() {
    #expect(asked(Self.head + "nodeProfiles: [").first?.hasPrefix("source:") == true)
    #expect(asked(Self.head + "nodeProfiles: {a: b").count == 1)
  }

  @Test("of very many errors the first are listed, the rest counted")
  func manyErrors() {
    let text = profiles(
      "{name: a, requirements: {volumes: [\(Array(repeating: "5", count: 60).joined(separator: ","))]}}")
    let lines = asked(text)
    #expect(lines.count == Limits.errorsPerPart + 1)
    #expect(lines.last == "source: 10 more errors, not listed")
  }

  private func profiles(_ items: String) -> String { Self.head + "nodeProfiles: [\(items)]\n" }

  private func published() throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Vectors/telekube-bundle.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }
}

private let example = "write e.g. nodeProfiles: [{name: node, requirements: {cpu: {min: 2}}}]"
