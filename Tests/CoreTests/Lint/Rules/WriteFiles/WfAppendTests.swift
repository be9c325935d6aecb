import Testing

@testable import Core

@Suite struct WfAppendTests {
  @Test(
    "appending to a file that may not be root's and 0644 is found",
    arguments: [
      ("/etc/shadow", "", "appending makes the file root:root and 0644, whatever it was"),
      ("/home/app/.profile", ", permissions: '0600'", "appending makes the file root:root, whatever it was"),
      ("/usr/local/bin/a", ", owner: root", "appending makes the file 0644, whatever it was"),
    ])
  func resets(path: String, fields: String, message: String) {
    let findings = expect(
      WfAppendResetsMode.self, in: filesConfig("{path: ⟦\(path)⟧, append: true, content: a\(fields)}"))
    #expect(findings.map(\.message) == [message])
  }

  @Test("so is appending to what an entry before made otherwise")
  func resetsOwn() {
    expect(
      WfAppendResetsMode.self,
      in: filesConfig("{path: /etc/a, permissions: '0600'}", "{path: ⟦/etc//a⟧, append: true, content: b}"))
  }

  @Test(
    "files that are root's and 0644, or whose owner and mode are given, are not",
    arguments: [
      "{path: /etc/hosts, append: true}", "{path: /etc/shadow, append: true, owner: '', permissions: '0'}",
      "{path: /etc/shadow}", "{path: /etc/shadow, append: no}", "{path: etc/shadow, append: true}",
    ])
  func resetsNothing(entry: String) {
    expect(WfAppendResetsMode.self, in: filesConfig(entry))
  }

  @Test("appended text that does not end its line is found, and ended")
  func noNewline() {
    expect(
      WfAppendNoNewline.self,
      in: filesConfig(
        "{path: /a, append: true, content: ⟦b c⟧}", "{path: /a, append: true, content: ⟦'b'⟧}",
        "{path: /a, append: true, content: ⟦'b\"'⟧}", "{path: /a, append: true, encoding: b64, content: ⟦Yg==⟧}",
        "path: /a\n    append: true\n    content: ⟦|-⟧\n      b"),
      fixed: filesConfig(
        "{path: /a, append: true, content: \"b c\\n\"}", "{path: /a, append: true, content: \"b\\n\"}",
        "{path: /a, append: true, content: 'b\"'}", "{path: /a, append: true, encoding: b64, content: Yg==}",
        "path: /a\n    append: true\n    content: |\n      b"))
  }

  @Test(
    "text that does, none at all, and a file that is written whole are not",
    arguments: [
      "append: true, content: \"b\\n\"", "append: true, content: ''", "append: true", "content: b",
      "append: true, encoding: b64, content: Ygo=",
    ])
  func newline(fields: String) {
    expect(WfAppendNoNewline.self, in: filesConfig("{path: /a, \(fields)}"))
  }

  @Test("a word that is neither true nor false is found, and mended where it is clear")
  func flags() {
    let findings = expect(
      WfFlagNotBoolean.self,
      in: filesConfig("{path: /a, append: ⟦y⟧, defer: ⟦2⟧}", "{path: /b, defer: ⟦'F'⟧}", "{path: /b, append: ⟦[a]⟧}"),
      fixed: filesConfig("{path: /a, append: true, defer: 2}", "{path: /b, defer: false}", "{path: /b, append: [a]}"))
    #expect(findings.first?.message == "append \"y\" counts as false")
  }

  @Test("what cloud-init reads is not", arguments: ["yes", "'ON'", "1", "0", "~", "''", "false", "'no'"])
  func booleans(word: String) {
    expect(WfFlagNotBoolean.self, in: filesConfig("{path: /a, append: \(word)}"))
  }
}
