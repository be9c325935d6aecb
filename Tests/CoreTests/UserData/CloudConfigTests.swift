import Core
import Testing

@Suite struct CloudConfigTests {
  @Test("files and commands are read, and every other key is left to cloud-init")
  func whole() throws {
    let config = try CloudConfig.decode(
      .text(
        """
        #cloud-config
        packages: [jq]
        write_files:
          - {path: /etc/motd, content: hello, owner: "app:app", permissions: "4755"}
          - path: /etc/hosts
            content: |
              10.0.0.1 é
            append: true
        bootcmd:
          - echo hi
        """))
    #expect(config.files.map(\.write.path.text) == ["/etc/motd", "/etc/hosts"])
    #expect(config.files[0].write.mode == .set(FileMode(0o4755)))
    #expect(config.files[1].write.content == Array("10.0.0.1 é\n".utf8))
    #expect(config.warnings.isEmpty)
    guard case .script(let list) = config.bootCommands, case .none = config.runCommands else {
      Issue.record("bootcmd is a script, runcmd is not there")
      return
    }
    #expect(list.script == Array("#!/bin/sh\necho hi\n".utf8))
  }

  @Test("files may be empty or absent", arguments: ["a: 1", "write_files: []"])
  func noFiles(text: String) throws {
    #expect(try CloudConfig.decode(.text(text)).files.isEmpty)
  }

  @Test(
    "an empty value that Python iterates over is taken as no files with a warning",
    arguments: [("''", "text"), ("{}", "a mapping")])
  func emptyFiles(yaml: String, found: String) throws {
    let config = try CloudConfig.decode(.text("write_files: \(yaml)"))
    #expect(config.files.isEmpty)
    #expect(
      config.warnings.map(\.message) == [
        "write_files is \(found); write a list of entries, each with a path (it is taken as no entries)"
      ])
  }

  @Test(
    "files that are no list fail the part",
    arguments: [("", "nothing"), ("/a", "text"), ("{path: /a}", "a mapping"), ("5", "a number"), ("no", "a boolean")])
  func filesNotAList(yaml: String, found: String) {
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text("write_files: \(yaml)\n")) }
    #expect(
      error?.errors.map(\.problem.sentence) == ["write_files is \(found); write a list of entries, each with a path"])
  }

  @Test(
    "a part that cloud-init drops fails",
    arguments: [
      ("# nothing\n", "test.yaml: the document is empty; write a mapping, or remove the part"),
      ("~\n", "test.yaml:1:1: the document is empty; write a mapping, or remove the part"),
      ("- a\n", "test.yaml:1:1: the document is a list; write a mapping of keys"),
      ("#cloud-config\ntext\n", "test.yaml:2:1: the document is text; write a mapping of keys"),
    ])
  func dropped(text: String, message: String) {
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text(text)) }
    #expect(error?.name == PartName("test.yaml"))
    #expect(error?.errors.map(\.description) == [message])
  }

  @Test("a part that is no YAML fails with the parser's error and place")
  func notYAML() {
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text("a: 1\nbootcmd: [\n")) }
    #expect(error?.errors.count == 1)
    #expect(error?.errors.first?.origin.position != nil)
  }

  @Test("all errors of a part are told, in order")
  func allErrors() {
    let error = #expect(throws: PartFailure.self) {
      try CloudConfig.decode(
        .text(
          """
          write_files:
            - {path: x, content: 5, owner: yes}
            - {path: /good}
            - 7
          """))
    }
    #expect(
      error?.errors.map { $0.origin.position } == [
        Position(line: 2, column: 12), Position(line: 2, column: 24), Position(line: 2, column: 34),
        Position(line: 4, column: 5),
      ])
  }

  @Test("more errors than the limit are counted")
  func manyErrors() {
    let text = "write_files:\n" + String(repeating: "- 5\n", count: 1000)
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text(text)) }
    #expect(error?.errors.count == 51)
    #expect(error?.errors.last?.description == "test.yaml: 950 more errors, not listed")
  }

  @Test("warnings are limited")
  func manyWarnings() throws {
    let text = "write_files:\n" + String(repeating: "- {path: /a, mode: 5}\n", count: 1000)
    #expect(try CloudConfig.decode(.text(text)).warnings.count == 200)
  }

  @Test("more files than the limit fail the part")
  func manyFiles() {
    let text = "a: &a {path: /a}\nwrite_files: [" + String(repeating: "*a,", count: 100_001) + "]\n"
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(.text(text)) }
    #expect(error?.errors.map(\.problem.sentence) == ["write_files has more than 100000 entries"])
  }

  @Test("a duplicate key of the document is warned about")
  func duplicateKey() throws {
    let config = try CloudConfig.decode(.text("bootcmd: [a]\nbootcmd: [b]\n"))
    #expect(
      config.warnings.map(\.message) == ["\"bootcmd\" is in the document twice; keep one (the last one counts)"])
  }

  @Test("a part that was decoded from its source names itself")
  func detached() {
    let part = Part(
      name: PartName("10-a"), type: .cloudConfig, content: Array("write_files: 5".utf8),
      placement: Placement(source: "ud", part: "10-a", alignment: .detached))
    let error = #expect(throws: PartFailure.self) { try CloudConfig.decode(part) }
    #expect(error?.errors.map(\.origin.description) == ["ud[10-a]:1:14"])
  }
}
