import Testing

@testable import Core

/// Rules about `path`, and about which entries there are.
@Suite struct WfPathTests {
  @Test("a write_files that is no list is found", arguments: ["{path: /a}", "/a", "", "5"])
  func noList(value: String) {
    expect(WfEntryType.self, in: "#cloud-config\n⟦write_files⟧: \(value)\n")
  }

  @Test(
    "an entry that is no mapping, and a path that is no text, are found",
    arguments: ["⟦/etc/motd⟧", "⟦[a]⟧", "{path: ⟦5⟧}", "{path: ⟦[/a]⟧}", "{path: ⟦true⟧}"])
  func noMapping(entry: String) {
    expect(WfEntryType.self, in: filesConfig(entry))
  }

  @Test("lists of mappings, and an empty value, are not", arguments: ["[]", "{}", "[{path: /a}]", "[{content: a}]"])
  func list(value: String) {
    expect(WfEntryType.self, in: "#cloud-config\nwrite_files: \(value)\n")
  }

  @Test("an entry without a path is found")
  func missing() {
    expect(WfPathMissing.self, in: filesConfig("⟦{content: a}⟧", "⟦{path: ''}⟧", "{path: /a}", "/b"))
  }

  @Test(
    "a path that only a shell would make absolute is found",
    arguments: [
      ("~/a", "begins with a ~, which no shell replaces"),
      ("/home/$USER/a", "holds a variable, which no shell replaces"),
      ("'/${HOME}'", "holds a variable, which no shell replaces"),
      ("etc/a", "is relative, and taken from where cloud-init runs"),
    ])
  func relative(path: String, flaw: String) {
    let findings = expect(WfPathRelative.self, in: filesConfig("{path: ⟦\(path)⟧}"))
    #expect(findings.first?.message.hasSuffix(flaw) == true)
  }

  @Test(
    "an absolute one is not, dollars and tildes in it or not", arguments: ["/a", "/a~", "/a$", "/a$1", "/a/~b", "''"])
  func absolute(path: String) {
    expect(WfPathRelative.self, in: filesConfig("{path: \(path)}"))
  }

  @Test("a file in /tmp is found", arguments: ["/tmp/a", "/tmp//b/c", "/etc/../tmp/a"])
  func temporary(path: String) {
    expect(WfTmpPath.self, in: filesConfig("{path: ⟦\(path)⟧}"))
  }

  @Test("one elsewhere is not", arguments: ["/tmpfiles", "/var/tmp/a", "/run/tmp/a", "/tmp", "tmp/a", "/tmp/../etc/a"])
  func lasting(path: String) {
    expect(WfTmpPath.self, in: filesConfig("{path: \(path)}"))
  }

  @Test("a path that is written again is found, deferred entries last")
  func twice() {
    expect(WfDuplicatePath.self, in: filesConfig("{path: /a}", "{path: ⟦//a⟧}", "{path: ⟦/a⟧}"))
    expect(WfDuplicatePath.self, in: filesConfig("{path: ⟦/a⟧, defer: true}", "{path: /a}"))
    expect(WfDuplicatePath.self, in: filesConfig("{path: /a}", "{path: /a, append: true}", "{path: /b}", "{path: a}"))
  }

  @Test("so is one of an earlier part, where both are written")
  func twiceInParts() {
    func message(_ how: String, _ path: String) -> String {
      """
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b"

      --b
      Content-Type: text/cloud-config

      write_files: [{path: /a}]
      --b
      Content-Type: text/cloud-config

      merge_how: \(how)
      write_files: [{path: \(path)}]
      --b--
      """
    }
    expect(WfDuplicatePath.self, in: message("list(append)+dict(recurse_list)", "⟦/a⟧"))
    expect(WfDuplicatePath.self, in: message("dict(replace)", "/a"))
  }

  @Test("a key that cloud-init ignores is found, and mended where it is clear")
  func unknownKey() {
    let findings = expect(
      WfUnknownKey.self,
      in: filesConfig(
        "{⟦file⟧: /a, ⟦mode⟧: '0755', ⟦contents⟧: b}", "{path: /b, content: a, ⟦data⟧: c, ⟦pth⟧: d, ⟦1⟧: e}"),
      fixed: filesConfig("{path: /a, permissions: '0755', content: b}", "{path: /b, content: a, data: c, pth: d, 1: e}")
    )
    #expect(findings.map(\.help).suffix(3) == ["write content", "write path", "take it out"])
    expect(WfUnknownKey.self, in: filesConfig("{path: /a, ⟦data⟧: a, ⟦text⟧: b}", "{path: /b, ⟦mode⟧: a, ⟦perms⟧: b}"))
    expect(WfUnknownKey.self, in: filesConfig("{path: /a, source: {⟦url⟧: b, uri: c, headers: {}}}"))
  }

  @Test("the keys that there are, are not")
  func knownKeys() {
    let fields = FileEntry.keys.dropLast().map { "\($0): ''" }.joined(separator: ", ")
    expect(WfUnknownKey.self, in: filesConfig("{\(fields)}", "[mode]", "mode"))
  }
}
