import Core
import Testing

@Suite struct KopsManifestTests {
  private static let head = "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: nodes}\n"

  @Test("the parts of the one InstanceGroup that has any are taken, other documents passed over")
  func parts() {
    let text =
      "apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\n---\n" + group("masters") + "---\n"
      + group(
        "nodes", "{name: b.sh, type: text/x-shellscript, content: '#!'}",
        "{name: a, type: text/cloud-config, content: x}")
    #expect(decoded(text) == ["text/cloud-config a \"x\"", "text/x-shellscript b.sh \"#!\""])
  }

  @Test("types are told as in the message that kops makes of it")
  func types() {
    let text = group(
      "nodes", "{name: a, type: text/x-shellscript, content: '#cloud-config'}",
      "{name: b, type: text/cloud-boothook, content: '#!/usr/bin/bringup apply'}",
      "{name: c, type: text/cloud-config-archive, content: '- \"#!\"'}",
      "{name: d, type: text/cloud-config, content: '#!'}")
    #expect(
      decoded(text) == [
        "text/cloud-config a \"#cloud-config\"", "bringup/v1 b \"#!/usr/bin/bringup apply\"",
        "text/cloud-config d \"#!\"",
        "text/x-shellscript part-004 \"#!\"",
      ])
  }

  @Test("JSON will do, and a list of objects")
  func json() {
    let object =
      "{\"apiVersion\": \"kops.k8s.io/v1alpha2\", \"kind\": \"InstanceGroup\", \"spec\": {\"additionalUserData\": "
      + "[{\"name\": \"a\", \"type\": \"text/x-shellscript\", \"content\": \"#!\"}]}}"
    #expect(decoded(object) == ["text/x-shellscript a \"#!\""])
    #expect(decoded("[\(object)]") == ["text/x-shellscript a \"#!\""])
  }

  @Test("one of several InstanceGroups is chosen by name")
  func selection() {
    let script = "{name: a, type: text/x-shellscript, content: '#!1'}"
    let text = [group("masters", script), group("nodes", script.replacing("1", with: "2")), group("bare")]
      .joined(separator: "---\n")
    #expect(decoded(text, instanceGroup: "nodes") == ["text/x-shellscript a \"#!2\""])
    #expect(decoded(text, instanceGroup: "bare") == [])
    #expect(
      decoded(text) == [
        "source: source: several InstanceGroups have additionalUserData: \"masters\", \"nodes\"; "
          + "choose one with --instance-group"
      ])
    #expect(
      decoded(text, instanceGroup: "node") == [
        "source: source: no InstanceGroup is called \"node\"; there are \"masters\", \"nodes\", \"bare\""
      ])
  }

  @Test("of many names the first ten are listed")
  func names() {
    let known = (1...12).map { "n\($0)" }
    let listed = known.prefix(10).map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(
      decoded(known.map { group($0) }.joined(separator: "---\n"), instanceGroup: "x") == [
        "source: source: no InstanceGroup is called \"x\"; there are \(listed) and 2 more"
      ])
  }

  @Test("manifests without user-data say so")
  func none() {
    let failure = "source: source: no InstanceGroup in it has additionalUserData"
    #expect(decoded(group("nodes")) == [failure])
    #expect(decoded(Self.head + "spec: {additionalUserData: []}\n") == [failure])
    let cluster = "apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\n"
    #expect(decoded(cluster) == [failure])
    #expect(
      decoded(cluster, instanceGroup: "a") == ["source: source: no InstanceGroup is called \"a\"; there is none"])
  }

  @Test("a block of text lies line for line in the manifest, another style counts for itself")
  func placement() {
    let text =
      Self.head + """
        spec:
          additionalUserData:
          - name: a
            type: text/cloud-config
            content: |
              a: 1
              b: 2
          - name: b
            type: text/cloud-config
            content: "a: 1\\nb: 2"
        """
    let parts = PartDecoder.decode([source(text)]).parts
    let origins = parts.map { $0.placement.origin(at: Position(line: 2, column: 1)).description }
    #expect(origins == ["source:10:7", "source[b]:2:1"])
  }

  @Test("text that is not ASCII is told of, as kops encodes nothing")
  func notASCII() {
    let text = group("nodes", "{name: a, type: text/cloud-config, content: \"a: é\"}")
    #expect(
      PartDecoder.decode([source(text)]).warningLines == [
        "source:6:53: text that is not ASCII: cloud-init garbles it in a MIME message; encode the part as base64"
      ])
  }

  @Test(
    "a bad part fails alone, at its place",
    arguments: [
      ("{type: text/x-shellscript, content: x}", "part-002: source:6:5: \(noName)"),
      ("{name: ' ', type: text/x-shellscript, content: x}", "part-002: source:6:5: \(noName)"),
      ("{name: a, type: text/x-shellscript}", "a: source:6:5: part \"a\" has no content"),
      ("{name: a, type: text/x-shellscript, content: ''}", "a: source:6:5: part \"a\" has no content"),
      ("{name: a, content: x}", "a: source:6:5: type \"\" of part \"a\" is none that kops takes; \(taken)"),
      (
        "{name: a, type: text/jinja2, content: x}",
        "a: source:6:21: type \"text/jinja2\" of part \"a\" is none that kops takes; \(taken)"
      ),
      (
        "{name: a, type: Text/Cloud-Config, content: x}",
        "a: source:6:21: type \"Text/Cloud-Config\" of part \"a\" is none that kops takes; \(taken)"
      ),
      (
        "{name: 5, type: text/x-shellscript, content: x}", "part-002: source:6:12: name of a part is a number, not text"
      ),
      ("{name: a, type: text/x-shellscript, content: [x]}", "a: source:6:50: content of a part is a list, not text"),
      ("text", "part-002: source:6:5: a part of additionalUserData is text, not a mapping of name, type and content"),
    ])
  func broken(entry: String, failure: String) {
    let text = group("nodes", entry, "{name: z, type: text/x-shellscript, content: '#!'}")
    #expect(decoded(text) == ["text/x-shellscript z \"#!\"", failure])
  }

  @Test("user-data that is no list, and a manifest that is no YAML, fail the source")
  func notAList() {
    #expect(
      decoded(Self.head + "spec: {additionalUserData: {a: b}}\n") == [
        "source: source:4:28: additionalUserData is a mapping, not a list of parts"
      ])
    let list = PartDecoder.decode([source(Self.head + "spec: [\n")])
    #expect(list.parts.isEmpty && list.failures.map(\.name) == [PartName("source")])
  }

  private func group(_ name: String, _ entries: String...) -> String {
    let list = entries.map { "  - \($0)\n" }.joined()
    return Self.head.replacing("nodes", with: name)
      + (entries.isEmpty ? "spec: {}\n" : "spec:\n  additionalUserData:\n\(list)")
  }
}

private let noName = "a part of additionalUserData has no name, so kops refuses it; write e.g. name: 10-setup.yaml"
private let taken = "it takes e.g. text/x-shellscript, text/cloud-config and text/cloud-boothook"
