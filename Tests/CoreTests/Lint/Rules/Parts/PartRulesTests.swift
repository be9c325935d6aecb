import Testing

@testable import Core

/// Where each rule about parts looks, in an InstanceGroup: the parts' entries are the arguments.
@Suite struct PartRulesTests {
  private static func group(_ entries: String...) -> String {
    "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: nodes}\nspec:\n  additionalUserData:\n"
      + entries.map { "    - \($0)\n" }.joined()
  }

  private static let script = "type: text/x-shellscript, content: \"#!/bin/sh\\n\""

  @Test(
    "a name that does harm is found",
    arguments: [
      ("part-name-nodeup", ["{name: ⟦nodeup.sh⟧, \(script)}"]),
      ("part-name-nodeup", ["{name: ⟦\"nodeup. sh\"⟧, \(script)}"]),
      ("part-name-duplicate", ["{name: a.sh, \(script)}", "{name: ⟦\"a .sh\"⟧, \(script)}"]),
      ("part-name-unclean", ["{name: ⟦a/b⟧, \(script)}"]),
      ("part-name-unclean", ["{name: ⟦ä⟧, \(script)}"]),
      ("part-name-unclean", ["{name: ⟦'a\"b'⟧, type: text/cloud-config, content: \"runcmd: []\"}"]),
      ("part-name-reserved", ["{name: ⟦runcmd⟧, \(script)}"]),
      ("part-name-reserved", ["{name: ⟦..⟧, \(script)}"]),
    ])
  func badName(id: String, entries: [String]) throws {
    let rule = try #require(LintRules.rule(id))
    expect(rule, in: entries.reduce(Self.group()) { "\($0)    - \($1)\n" })
  }

  @Test(
    "a name that does none is not",
    arguments: [
      ["{name: nodeup-2.sh, \(script)}"], ["{name: nodeup.sh, type: text/cloud-config, content: \"runcmd: []\"}"],
      ["{name: a.sh, \(script)}", "{name: A.sh, \(script)}"],
      ["{name: runcmd, type: text/cloud-config, content: \"runcmd: []\"}"],
    ])
  func goodName(entries: [String]) {
    let text = entries.reduce(Self.group()) { "\($0)    - \($1)\n" }
    for rule in LintRules.parts where rule.id.hasPrefix("part-name") { expect(rule, in: text) }
  }

  @Test("files are no message, so that their names are their owner's business")
  func looseFiles() {
    let source = SourceBytes(name: "runcmd", fileName: PartName("runcmd"), bytes: Array("#!/bin/sh\n".utf8))
    var reader = LintReader(assumptions: LintAssumptions())
    reader.read([source]) { #expect(Linter.findings(of: $0, rules: [PartNameReserved.self]).all == []) }
  }

  @Test("a type that kops does not take is found, and mended where only its spelling is wrong")
  func types() {
    expect(TypeInvalid.self, in: Self.group("{name: a, type: ⟦text/jinja2⟧, content: a}"))
    expect(
      TypeInvalid.self, in: Self.group("{name: a, type: ⟦Text/X-Shellscript⟧, content: a}"),
      fixed: Self.group("{name: a, type: text/x-shellscript, content: a}"))
    expect(
      TypeInvalid.self, in: Self.group("{name: a, type: ⟦\"text/cloud-config; charset=utf-8\"⟧, content: a}"),
      fixed: Self.group("{name: a, type: text/cloud-config, content: a}"))
  }

  @Test(
    "a first line of another type is found",
    arguments: [
      ("type-content-mismatch", "text/cloud-config", "#!/bin/sh\\n"),
      ("type-content-mismatch", "text/cloud-boothook", "#cloud-config\\n"),
      ("type-content-mismatch", "text/part-handler", "#!/bin/sh\\n"),
      ("type-resniffed", "text/x-shellscript", "#cloud-config\\nruncmd: []"),
      ("type-resniffed", "text/x-shellscript", "## template: jinja\\n#!/bin/sh"),
      ("type-upstart-dead", "text/upstart-job", "start on"),
    ])
  func badType(id: String, type: String, content: String) throws {
    let rule = try #require(LintRules.rule(id))
    expect(rule, in: Self.group("{name: a, type: ⟦\(type)⟧, content: \"\(content)\"}"))
  }

  @Test(
    "a first line that fits is not",
    arguments: [
      ("text/cloud-config", "runcmd: []"), ("text/cloud-config", "#cloud-config\\nruncmd: []"),
      ("text/cloud-boothook", "#!/bin/sh\\n"), ("text/cloud-boothook", "#cloud-boothook\\n#!/bin/sh\\n"),
      ("text/x-shellscript", "#!/bin/sh\\n"), ("text/x-include-url", "#include\\nhttps://a"),
    ])
  func goodType(type: String, content: String) {
    for rule in LintRules.parts where rule.id.hasPrefix("type-") {
      expect(rule, in: Self.group("{name: a, type: \(type), content: \"\(content)\"}"))
    }
  }

  @Test("a launch index is found at its key, also a header's")
  func launchIndex() {
    expect(LaunchIndexInAsg.self, in: "#cloud-config\n⟦launch-index⟧: 1\nruncmd: []\n")
    expect(
      LaunchIndexInAsg.self,
      in: "⟦MIME-Version: 1.0⟧\nContent-Type: text/x-shellscript\nLaunch-Index: 0\n\n#!/bin/sh\n")
  }

  @Test("an include is an error in a group and a warning in a file")
  func include() {
    let inGroup = expect(
      IncludeFragile.self, in: Self.group("{name: a, type: text/x-include-url, content: \"⟦https://a/b\"}⟧"))
    #expect(inGroup.map(\.severity) == [.error])
    let inFile = expect(IncludeFragile.self, in: "⟦#include⟧\nhttps://a/b\n")
    #expect(inFile.map(\.severity) == [.warning])
  }
}
