import Testing

@testable import Core

/// What `write_files` leaves, and where its list ends.
@Suite struct ExplainedFilesTests {
  private func explanation(_ entries: String, _ version: CloudInitVersion = .debian12) -> Explanation {
    explained("#cloud-config\nwrite_files:\n\(entries)\n", version: version)
  }

  @Test(
    "an entry that ends the list says why, and those after it are not reached",
    arguments: [
      (
        "{path: /b, owner: '1000'}", "writtenLast",
        "owner holds the number \"1000\", which cloud-init looks up as a name; write a name"
      ),
      ("{path: /b, owner: 'a:b:c'}", "writtenLast", "owner holds the name \"b:c\", which no account has"),
      ("{path: /b, owner: \"a\\0\"}", "writtenLast", "owner holds a character that no account's name has"),
      ("{path: /b, owner: 5}", "ends", "owner is a number; write \"USER:GROUP\""),
      ("{path: /b, content: }", "ends", "content has no value; write content: \"\" for an empty file"),
      ("{path: /a/b}", "ends", "path lies below a file that an earlier entry writes; give one of them another path"),
      ("{path: /etc}", "ends", "path \"/etc\" names a directory; write the path of a file"),
      (
        "{path: /b, permissions: 99999999999}", "writtenLast",
        "permissions is a number beyond any mode; write e.g. \"0755\""
      ),
      ("text", "ends", "an entry of write_files is text; write a mapping with a path"),
    ])
  func ends(entry: String, fate: String, sentence: String) {
    let explanation = explanation("- {path: /a}\n- \(entry)\n- {path: /c}")
    #expect(explanation.writeFiles.map(\.fate.word) == ["written", fate, "notReached"])
    #expect(explanation.writeFiles[1].fate.end?.problem.sentence == sentence)
    #expect(explanation.writeFiles[1].origin.description == "user-data:4:3")
  }

  @Test("an entry without a path is skipped, and a list that is none fails whole")
  func skipped() {
    #expect(explanation("- {content: a}\n- {path: /b}").writeFiles.map(\.fate.word) == ["skipped", "written"])
    #expect(explanation("  a: b").writeFilesError != nil)
    #expect(explanation("- {path: /a}\n- 5").writeFiles.map(\.fate.word) == ["notReached", "notReached"])
    #expect(explanation("- {path: /a}\n- 5").writeFilesError != nil)
    #expect(explanation("  ''").writeFilesError == nil)
  }

  @Test(
    "versions of cloud-init differ",
    arguments: [
      ("- {path: /a, permissions: '4755'}", "22.4.2", "0755 written"),
      ("- {path: /a, permissions: '4755'}", "25.3", "04755 written"),
      ("- {path: /a, permissions: '2745'}", "22.4.2", "02745 written"),
      ("- {path: /a, permissions: '4755', owner: ''}", "22.4.2", "04755 written"),
      ("- {path: /a, content: }", "24.2", "- ends"), ("- {path: /a, content: }", "24.3", "0644 written"),
      ("- {path: /a, encoding: 5}", "24.2", "- ends"), ("- {path: /a, encoding: 5}", "24.3", "0644 written"),
      ("- {path: /a, source: 5}", "24.2", "0644 written"), ("- {path: /a, source: 5}", "24.3", "- ends"),
      ("- {path: /n/a, owner: '1'}", "22.4.2", "0644 writtenLast"), ("- {path: /n/a, owner: '1'}", "23.1", "- ends"),
      ("- {path: /etc/a, owner: '1'}", "23.1", "0644 writtenLast"),
      ("- {path: /var/lib/cloud/instance/scripts/a, owner: '1'}", "23.1", "0644 writtenLast"),
      ("- {path: !!binary L24vYQ==}", "22.4.2", "0644 written"), ("- {path: !!binary L24vYQ==}", "23.1", "- ends"),
    ])
  func versions(entry: String, version: String, outcome: String) throws {
    let explanation = explanation(entry, try #require(CloudInitVersion(version)))
    let mode = explanation.files.first.map { $0.mode?.description ?? "kept" } ?? "-"
    #expect("\(mode) \(explanation.writeFiles[0].fate.word)" == outcome)
  }

  @Test("what is fetched is told from 24.3 on, and its content is not")
  func source() throws {
    let entry = "- {path: /a, content: b, source: {uri: 'http://h/p'}}"
    #expect(explanation(entry).files.map(\.content) == [Array("b".utf8)])
    let later = explanation(entry, try #require(CloudInitVersion("24.3")))
    #expect(later.files.map(\.content) == [nil])
    #expect(ExplainReport(later).status == .undetermined)
  }

  @Test(
    "entries of one path come to one file: the last content, appended text after it, modes and owners that are kept")
  func fold() {
    let explanation = explanation(
      """
      - {path: /a, content: "1", permissions: '0600', owner: 'app:games'}
      - {path: /b, content: "2", append: true}
      - {path: /a, content: "3", append: true, permissions: '0', owner: ''}
      - {path: /a, content: "4", defer: true, append: true, permissions: 0700, owner: root}
      """)
    let lines = explanation.files.map { file in
      let content = file.content.map { String(decoding: $0, as: UTF8.self) } ?? "?"
      return "\(file.path) \(content) \(file.isAppended) \(file.mode?.description ?? "-") "
        + "\(file.user?.text ?? "-"):\(file.group?.text ?? "-") \(file.entries)"
    }
    #expect(lines == ["/a 134 false 0700 root:games [0, 2, 3]", "/b 2 true 0644 root:root [1]"])
  }

  @Test("a file in a directory of scripts runs with them, if its mode lets it")
  func scripts() {
    let explanation = explanation(
      """
      - {path: /var/lib/cloud/scripts/per-boot/a, content: "#!/bin/sh", permissions: '0755'}
      - {path: /var/lib/cloud/scripts/per-boot/b, content: "#!/bin/sh"}
      - {path: /var/lib/cloud/scripts/per-boot/c, content: "#!/bin/sh\\r\\n", permissions: '0700'}
      - {path: /var/lib/cloud/scripts/per-boot/d, content: "date", permissions: '0700'}
      """)
    #expect(
      explanation.scripts.map { "\($0.name) \($0.problem ?? "runs")" } == [
        "a runs", "b left out: it has no run bit", "c fails to start: its first line ends in a carriage return",
        "d fails to start: it does not begin with #!",
      ])
  }

  @Test("content beyond the limits is not worked out, and the list goes on")
  func limit() {
    let large = String(repeating: "x", count: 1 << 20)
    let entries = String(repeating: "- {path: /f, content: *a}\n", count: 70)
    let text = "#cloud-config\na: &a \(large)\nwrite_files:\n\(entries)- {path: /z}\n"
    let explanation = explained(text)
    #expect(explanation.writeFiles.last?.fate.word == "written")
    #expect(ExplainReport(explanation).status == .undetermined)
    #expect(explainedJSON(text)["config"]?["value"] == .null)
  }
}
