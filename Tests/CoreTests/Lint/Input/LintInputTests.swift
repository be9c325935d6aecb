import Testing

@testable import Core

@Suite struct LintInputTests {
  /// The names of the parts of one instance group that has these entries.
  private func names(_ entries: String...) -> [[String]] {
    let group = """
      apiVersion: kops.k8s.io/v1alpha2
      kind: InstanceGroup
      metadata: {name: nodes}
      spec:
        additionalUserData:

      """
    let list = entries.map { "    - {\($0)}\n" }.joined()
    return MarkedSource(group + list).inputs().map { $0.parts.map(\.part.name.description) }
  }

  private static let script = ##"name: a.sh, type: text/x-shellscript, content: "#!/bin/sh\n""##
  private static let archiveOfTwo =
    ##"name: b, type: text/cloud-config-archive, content: "#cloud-config-archive\n['#!/bin/sh', '#!/bin/sh']\n""##
  private static let archive =
    ##"name: c, type: text/cloud-config-archive, content: "#cloud-config-archive\n['#!/bin/sh']\n""##

  @Test("parts without a name are numbered as in the message that kops makes, where nodeup.sh is the first")
  func numbers() {
    #expect(names(Self.script, Self.archiveOfTwo, Self.archive) == [["a.sh", "part-003", "part-004", "part-005"]])
  }

  @Test("a part that cannot be read has a number all the same")
  func numbersBehindFailure() {
    #expect(names("name: a.sh, type: text/x-shellscript", Self.archive) == [["part-003"]])
  }

  @Test("lines are taken out to the last, and none behind it", arguments: [("a\nb", 2..<3), ("a\nb\n", 2..<4)])
  func lastLine(text: String, range: Range<Int>) {
    let source = LintSource(name: "in", original: Array(text.utf8), isWrapped: false)
    #expect(source.removal(ofLines: 2, to: 2)?.range == range)
    #expect(source.removal(ofLines: 2, to: 4) == nil)
    #expect(source.removal(ofLines: 0, to: 1) == nil)
  }

  @Test(
    "a source is edited where all readers count the same lines",
    arguments: [
      ("a\nb\r\nc", true), ("a\rb", false), ("a\r", false), ("a\u{2028}b", false), ("a\u{2029}b", false),
      ("a\u{85}b", false), ("\u{23E8}", true),
      ("\u{2068}", true), ("\u{C5}", true),
    ])
  func lines(text: String, isEditable: Bool) {
    #expect(LintSource(name: "in", original: Array(text.utf8), isWrapped: false).isEditable == isEditable)
  }
}
