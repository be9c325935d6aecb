import Testing

@testable import Core

/// What only the explanation tells: fates, losses, the end of a list, the order of a boot.
@Suite struct ExplanationTests {
  @Test(
    "each kind of part has its fate",
    arguments: [
      ("#!/bin/sh\n", "1 part-001 text/x-shellscript: a script, first boot"),
      ("#cloud-boothook\n#!/bin/sh\n", "1 part-001 text/cloud-boothook: run at once, every boot"),
      ("#cloud-config\na: 1\n", "1 part-001 text/cloud-config: merged into the configuration"),
      (
        "#cloud-config\n- a\n",
        "1 part-001 text/cloud-config: dropped: the document is a list; write a mapping of keys"
      ),
      ("#cloud-config-archive\n- \"#!\"\n", "1 - text/cloud-config-archive: opened into 1 part"),
      (
        "#include\nhttp://a/\n",
        "1 - text/x-include-url: fetches 1 address: where one fails, nothing of the user-data is done"
      ),
      (
        "#include\nhttp://a/\u{E}b\rhttp://c/\n",
        "1 - text/x-include-url: fetches 2 addresses: where one fails, nothing of the user-data is done"
      ),
      (
        "#part-handler\n",
        "1 part-001 text/part-handler: a part-handler: what it does with later parts is not worked out here"
      ),
      (
        "## template: jinja\n",
        "1 part-001 text/jinja2: a jinja template: what it renders to depends on the instance, and is not worked out here"
      ),
      (
        "#cloud-config-jsonp\n[]\n",
        "1 part-001 text/cloud-config-jsonp: a JSON patch of the merged cloud-config is not worked out here"
      ),
      (
        "nothing\n",
        "1 part-001 text/x-not-multipart: dropped: its first line is none that cloud-init knows, such as #cloud-config or #!"
      ),
      ("", "1 part-001 text/x-not-multipart: dropped: it is empty"),
    ])
  func fates(text: String, line: String) {
    #expect(explained(text).partLines.first == line)
  }

  @Test(
    "each way for a declared part to be dropped is told",
    arguments: [
      ("Content-Type: text/upstart-job\n\na", "dropped: cloud-init has no handler for text/upstart-job since 22.2"),
      ("Content-Type: image/png\n\na", "dropped: cloud-init has no handler for image/png"),
      (
        "Content-Type: text/x-shellscript\nContent-Disposition: a; filename=é\n\n#!",
        "dropped: no file can be made of its name"
      ),
      (
        "Content-Type: text/x-shellscript\n\n#!é",
        "dropped: cloud-init makes of its text what is not UTF-8, and cannot write that"
      ),
    ])
  func drops(part: String, sentence: String) {
    #expect(explained(message(part)).parts.map(\.fate.sentence) == [sentence])
  }

  @Test("a name beyond the limit of headers is not worked out, and not taken for none")
  func longName() {
    let name = String(repeating: "n", count: Limits.mimeHeaderBytes)
    let explanation = explained("#cloud-config-archive\n- {content: a, filename: [\(name)]}\n")
    #expect(explanation.fatal == nil)
    #expect(explanation.failures.map(\.description) == ["user-data:2:26: the headers are longer than 64 KiB"])
  }

  @Test(
    "what nothing catches leaves nothing of the user-data",
    arguments: [
      (
        "#cloud-config-archive\n- {type: nonsense, content: a}\n",
        "user-data:2:10: type \"nonsense\" of an archive entry is no content type"
      ),
      ("#cloud-config-archive\n- {content: 5}\n", "user-data:2:13: content of an archive entry is a number, not text"),
      (
        "#cloud-config-archive\n- {type: '', content: }\n",
        "user-data:2:23: content of an archive entry is nothing, not text"
      ),
      ("#cloud-config-archive\n- {5: a}\n", "user-data:2:4: a key of an archive entry is a number, not text"),
      ("#cloud-config-archive\n- {x: 5}\n", "user-data:2:4: x of an archive entry is a number, not text"),
      (
        "#cloud-config-archive\n- {x: \"a\\nb: c\"}\n",
        "user-data:2:4: \"x\" of an archive entry holds a line that looks like a header; keep it to one line"
      ),
      (
        message("Content-Type: application/gzip\n\nnone"),
        "user-data:5:1: the gzip data is damaged; compress it again"
      ),
    ])
  func fatal(text: String, error: String) {
    let explanation = explained(text + "")
    #expect(explanation.fatal?.description == error)
    #expect(explanation.scripts.isEmpty && explanation.files.isEmpty)
    #expect(ExplainReport(explanation).status == .failed)
  }

  @Test("what is not UTF-8 within gzip is fatal")
  func notUTF8InGzip() {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/gzip\n"
    let text = Base64.encode(gzipped(Array("#!/bin/sh\n# ".utf8) + [0xE9]))
    let bytes = Array("\(head)Content-Transfer-Encoding: base64\n\n".utf8) + text + Array("\n--b--\n".utf8)
    #expect(explained(bytes).fatal != nil)
  }

  @Test("a message that is not UTF-8 is fatal, and its byte is named")
  func notUTF8() {
    let bytes = Array(message("Content-Type: text/x-shellscript\n\n#!/bin/sh").utf8) + [0xE9]
    #expect(explained(bytes).fatal?.origin.description == "user-data:9:1")
  }

  @Test(
    "who lost a key is told, and to whom",
    arguments: [
      ("a: 1", "a: 2", ["a of 2 replaced for [3]"]),
      ("a: [1]", "a: [2]\nmerge_how: list(append)+dict(recurse_list)", []),
      ("a: 1", "a: 2\nmerge_how: dict()", ["a of 3 ignored for [2]"]),
      ("a: 1", "a: 2\nmerge_how: list(append)", ["a of 3 ignored for [2]"]),
      ("a: 1", "a:\nmerge_how: 'dict(no_replace,allow_delete)'", ["a of 2 deleted for [3]"]),
      ("a: 1", "a:", ["a of 2 replaced for [3]"]),
      ("a: [1, 2]", "a: [3]\nmerge_how: list()+dict(recurse_list)", ["1/2 of a of 2 replaced for [3]"]),
      (
        "a: [1]", "a: [3, 4]\nmerge_how: list()+dict(recurse_list)",
        [
          "1/1 of a of 2 replaced for [3]", "1/2 of a of 3 replaced for [2]",
        ]
      ),
      ("a: 1", "b: 2", []),
    ] as [(String, String, [String])])
  func losses(first: String, second: String, lines: [String]) {
    let entries = [first, second].map { "- |\n  \($0.replacing("\n", with: "\n  "))\n" }.joined()
    #expect(explained("#cloud-config-archive\n\(entries)").lossLines == lines)
  }

  @Test(
    "the configuration is what cloud-config.txt holds: keys in order, and nothing of it under a name that spoils the file"
  )
  func written() {
    let text = "#cloud-config\nruncmd: [[echo, {b: 1, a: 2}]]\n"
    #expect(explained(text).runScript == "#!/bin/sh\n'echo' '{'\\''a'\\'': 2, '\\''b'\\'': 1}'\n")
    let spoiled = message(
      "Content-Type: text/cloud-config\nContent-Disposition: a; filename*=utf-8''a%00\n\nbootcmd: [date]\n")
    #expect(explained(spoiled).bootScript == nil)
    #expect(ExplainReport(explained(spoiled)).status == .failed)
  }

  @Test("a merge_type that is left in the configuration is merged by again")
  func leftOver() {
    let lost = "#cloud-config\nmerge_how: dict()\nmerge_type: list(append)\nbootcmd: [a]\n"
    #expect(explained(lost).bootScript == nil)
    let unusable = "#cloud-config\nmerge_how: dict()\nmerge_type: bogus\nbootcmd: [a]\n"
    #expect(explained(unusable).bootScript == nil)
    let sentence = explainedJSON(unusable)["config"]?["problem"]?.string
    #expect(sentence?.hasPrefix("no stage of cloud-init can read the configuration: merge_how \"bogus\"") == true)
    let kept = "#cloud-config\nmerge_how: dict()\nmerge_type: dict()\nbootcmd: [a]\n"
    #expect(explained(kept).bootScript == "#!/bin/sh\na\n")
  }

  @Test("scripts run by name, nodeup.sh among them, and a later part of a name takes the place of an earlier one")
  func order() {
    let explanation = explained(
      message(
        "Content-Type: text/x-shellscript\nContent-Disposition: a; filename=nodeup.sh\n\n#!/bin/bash\n",
        "Content-Type: text/x-shellscript\nContent-Disposition: a; filename=zz\n\n#!/bin/sh\n",
        "Content-Type: text/x-shellscript-per-boot\nContent-Disposition: a; filename=x/each\n\n#!/bin/sh\n",
        "Content-Type: text/x-shellscript-per-once\nContent-Disposition: a; filename=one\n\n#!/bin/sh\n",
        "Content-Type: text/x-shellscript\nContent-Disposition: a; filename=nodeup.sh\n\n#!/bin/sh\n",
        "Content-Type: text/cloud-config\n\nruncmd: [date]\n"))
    #expect(
      explanation.scripts.map(\.path) == [
        "/var/lib/cloud/scripts/per-once/one", "/var/lib/cloud/scripts/per-boot/each",
        "/var/lib/cloud/instance/scripts/nodeup.sh", "/var/lib/cloud/instance/scripts/runcmd",
        "/var/lib/cloud/instance/scripts/zz",
      ])
    #expect(explanation.overwritten.map(\.writer) == [.part(0)])
    #expect(explanation.scripts.map(\.directory.recurrence) == [.once, .everyBoot, .firstBoot, .firstBoot, .firstBoot])
  }

  @Test("an entry of an archive is text only where its type says so in small letters")
  func archivedText() {
    let archive = """
      #cloud-config-archive
      - {type: Text/cloud-config, content: }
      - {type: Text/x-shellscript, content: "#!é"}
      - {type: text/x-shellscript, content: "#!é", filename: 5}
      - 5

      """
    #expect(
      explained(archive).partLines.dropFirst() == [
        "2 part-001 text/cloud-config: dropped: it is empty",
        "3 part-002 text/x-shellscript: dropped: cloud-init makes of its text what is not UTF-8, and cannot write that",
        "4 5 text/x-shellscript: a script, first boot",
      ])
    #expect(explained(archive).remarks.count == 1)
  }

  @Test("the parts of a message in a message are handled twice")
  func twice() {
    let inner = "Content-Type: message/rfc822\n\nContent-Type: text/cloud-boothook\n\n#!/bin/sh\n"
    let explanation = explained(message(inner))
    #expect(explanation.boothooks == [1, 2])
    #expect(explanation.parts.map { $0.name?.description } == ["part-001", "part-002", "part-002"])
  }

  @Test("of several sources each is a part named as its file, and one alone has no name")
  func sources() {
    let scripts = ["b.sh", "a.sh"].map { source(Array("#!/bin/sh\n".utf8), name: $0, fileName: $0) }
    #expect(Explanation(of: scripts, version: .debian12).parts.map { $0.name?.description } == ["b.sh", "a.sh"])
    #expect(Explanation(of: [scripts[0]], version: .debian12).parts.map { $0.name?.description } == ["part-001"])
  }

  @Test("an instance group is put into the message that kops makes of it, whose boundary may stand in a part")
  func kops() {
    let text = """
      apiVersion: kops.k8s.io/v1alpha2
      kind: InstanceGroup
      spec:
        additionalUserData:
        - name: a.yaml
          type: text/cloud-config
          content: |
            #cloud-config
            bootcmd: [echo é]
        - name: b
          type: text/x-shellscript
          content: |
            #!/bin/sh
            --MIMEBOUNDARY

            #cloud-config
            runcmd: yes

      """
    let explanation = explained(text)
    #expect(
      explanation.parts.map { "\($0.name?.description ?? "-") \($0.type) \($0.fate.word)" } == [
        "nodeup.sh text/x-shellscript script", "a.yaml text/cloud-config dropped", "b text/x-shellscript script",
        "part-004 text/cloud-config merged",
      ])
    #expect(
      explanation.runScript
        == "fails: user-data:17:15: runcmd is a boolean, so cloud-init runs none of it; write a list of commands")
  }

  @Test("bad manifests and their bad parts are told, and the rest goes on")
  func badManifest() {
    let group = "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nspec: {additionalUserData: [{name: a}]}\n"
    #expect(explained(group).failures.map(\.description) == ["user-data:3:29: part \"a\" has no content"])
    #expect(explained(group).parts.map { $0.name?.description } == ["nodeup.sh"])
    #expect(explained("apiVersion: kops\n\tx").failures.count == 1)
  }

  @Test(
    "the status tells of what is dropped or stops, then of what depends on more",
    arguments: [
      ("#cloud-config\nbootcmd: [a]\n", .done), ("nothing", .failed), ("", .done),
      ("#cloud-config\nbootcmd: a\n", .failed), ("#cloud-config\nwrite_files: a\n", .failed),
      ("#cloud-config\nwrite_files: [{path: /a, owner: '1'}]\n", .failed),
      ("## template: jinja\n", .undetermined), ("#include\nhttp://a/\n", .undetermined), ("#include\n", .done),
    ] as [(String, Core.ExitStatus)])
  func status(text: String, status: Core.ExitStatus) {
    #expect(ExplainReport(explained(text)).status == status)
  }
}
