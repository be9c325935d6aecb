import Testing

@testable import Core

@Suite struct LintMendingTests {
  private func mended(_ text: String) -> (text: String, count: Int) {
    let source = SourceBytes(name: "in", fileName: PartName("in"), bytes: Array(text.utf8))
    let mending = LintMending([source], reader: LintReader(assumptions: LintAssumptions()))
    return (mending.sources.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(), mending.count)
  }

  /// The four mistakes that the example is known for, two of them tabs.
  @Test("the published example comes out as a part that works, in one go")
  func publishedExample() throws {
    let (text, _) = mended(LintCorpus.publishedExample)
    #expect(text == LintCorpus.publishedExampleMended)
    #expect(mended(text).count == 0)
    let parts = PartDecoder.decode([SourceBytes(name: "in", fileName: PartName("in"), bytes: Array(text.utf8))]).parts
    let document = try #require(parts.first { $0.type == .bringup })
    let dropIn = try #require(try BringupDocument.decode(document).dropIns.first)
    #expect(dropIn.path.text == "/etc/systemd/system/kops-configuration.service.d/custom-setup.conf")
  }

  @Test("each mistake of the published example is found at its line and column")
  func publishedMistakes() {
    let findings = MarkedSource(LintCorpus.publishedExample).findings(of: LintRules.all)
    let places = findings.map { "\($0.origin.position?.line ?? 0):\($0.origin.position?.column ?? 0) \($0.rule)" }
    for place in ["16:1 yaml-tab", "21:1 yaml-tab", "23:11 systemd-daemon-reload-typo"] {
      #expect(places.contains(place))
    }
  }

  @Test("what was mended has nothing left to mend, and mending changes no more than the bytes that are wrong")
  func layoutStays() {
    let (text, count) = mended(
      "#cloud-config\n# modes\nwrite_files:\n  - {path: /a,   permissions: 755} # odd   layout\nbootcmd:\n\t- systemd daemon-reload\n"
    )
    #expect(
      text
        == "#cloud-config\n# modes\nwrite_files:\n  - {path: /a,   permissions: \"0755\"} # odd   layout\nbootcmd:\n        - systemctl daemon-reload\n"
    )
    #expect(count == 3)
  }

  @Test("a silenced finding is not mended")
  func silenced() {
    let text =
      "#cloud-config\nwrite_files:\n  - {path: /a, permissions: 755} # bringup: ignore wf-permissions-number odd\n"
    #expect(mended(text).text == text)
  }

  @Test(
    "what has an anchor or a tag before it is left as it is",
    arguments: [
      "encoding: &a base-64", "append: &a y", "content: &a 5", "permissions: &a 755", "permissions: !!int 755",
      "content: !!bool yes", "content: &a", "&a mode: x",
    ])
  func anchors(field: String) {
    let text = "#cloud-config\nwrite_files:\n  - path: /a\n    \(field)\n"
    #expect(!MarkedSource(text).findings(of: LintRules.all).isEmpty)
    #expect(mended(text).text == text)
  }

  @Test(
    "commands with one are, too",
    arguments: ["[echo, &a 010]", "&a [echo, a, '>', /x]", "&a echo a: b", "&a 5", "!!int '5'"])
  func anchoredCommands(item: String) {
    let text = "#cloud-config\nruncmd:\n  - \(item)\n"
    #expect(!MarkedSource(text).findings(of: LintRules.all).isEmpty)
    #expect(mended(text).text == text)
  }

  @Test("a merge_how and a hostname with one are, too")
  func anchoredValues() {
    let text = "#cloud-config\nmerge_how: &a list(append)\nhostname: &b 1_000\nfqdn: *b\n"
    #expect(mended(text).text == text)
  }

  @Test("a text with a lone carriage return, at which not all readers end a line, is left as it is")
  func carriageReturn() {
    let text = "#!/bin/sh\nsed -i 's/\r$//' /a\ncp /a /b\nmkdir -p /c\nsystemctl deamon-reload\n"
    #expect(MarkedSource(text).findings(of: [SystemdDaemonReloadTypo.self]).map(\.origin.position?.line) == [6])
    #expect(mended(text).text == text)
  }

  @Test("edits that touch each other wait for another round, whole mends at a time")
  func overlap() {
    var edits = TextEdits()
    let edit = { (range: Range<Int>, text: String) in
      TextEdit(source: "in", range: range, replacement: Array(text.utf8))
    }
    let mends = [
      [edit(2..<4, "x"), edit(8..<8, "y")], [edit(0..<1, "z"), edit(3..<5, "z")], [edit(4..<4, "z")],
      [edit(0..<1, "w")],
    ]
    #expect(mends.map { edits.add($0) } == [true, false, false, true])
    #expect(String(decoding: edits.applied(to: Array("0123456789".utf8)), as: UTF8.self) == "w1x4567y89")
  }
}
