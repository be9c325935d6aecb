import Core
import Testing

@Suite struct ShellifyTests {
  @Test("recorded commands become the script that cloud-init made of them", arguments: Vectors.cases("shellify"))
  func recorded(vector: JSON) throws {
    let yaml = try #require(vector["yaml"]?.string)
    switch try commands(yaml) {
    case .script(let list): #expect(String(decoding: list.script, as: UTF8.self) == vector["script"]?.string)
    case .broken: #expect(vector["error"]?.string == "TypeError")
    case .none: Issue.record("bootcmd was not seen")
    }
  }

  @Test(
    "what is no text in a list becomes Python's str of it",
    arguments: [
      ("[a, [1, 'x', [null]], true]", "'a' '[1, '\\''x'\\'', [None]]' 'True'"),
      ("[~, 1:30, 0755, 1.5, 1.0e+20]", "'None' '90' '493' '1.5' '1e+20'"),
      ("[123456789012345678901234567890]", "'123456789012345678901234567890'"),
      ("[2024-01-01, [2024-01-01]]", "'2024-01-01' '[datetime.date(2024, 1, 1)]'"),
      ("[2001-12-14t21:59:43.10-05:00]", "'2001-12-14 21:59:43.100000-05:00'"),
      ("[{a: {b: [c]}, 1: no}]", "'{'\\''a'\\'': {'\\''b'\\'': ['\\''c'\\'']}, 1: False}'"),
      ("[{}, [], !!set {}, '']", "'{}' '[]' 'set()' ''"),
      ("[!!set {a: }]", "'{'\\''a'\\''}'"),
      ("[[\"it's\", \"\\e\", é]]", "'[\"it'\\''s\", '\\''\\x1b'\\'', '\\''é'\\'']'"),
      ("[é, \"\\e\"]", "'é' '\u{1B}'"),
    ])
  func stringified(item: String, line: String) throws {
    guard case .script(let list) = try commands("- " + item) else {
      Issue.record("no script of \(item)")
      return
    }
    #expect(String(decoding: list.script, as: UTF8.self) == "#!/bin/sh\n\(line)\n")
  }

  @Test("the count is that of the items, skipped ones too")
  func count() throws {
    guard case .script(let list) = try commands("- a\n-\n- [b, c]") else {
      Issue.record("no script")
      return
    }
    #expect(list.count == 3)
    #expect(list.origin.description == "test.yaml:2:1")
  }

  @Test(
    "commands that cloud-init cannot make a script of say which and why",
    arguments: [
      (
        "bootcmd:\n- a\n- echo b: c\n",
        "test.yaml:3:3: a command of bootcmd is a mapping, so cloud-init runs none of them; quote it, or write a list of "
          + "words"
      ),
      (
        "bootcmd:\n- yes\n",
        "test.yaml:2:3: a command of bootcmd is a boolean, so cloud-init runs none of them; quote it, or write a list of "
          + "words"
      ),
      (
        "bootcmd: echo a\n",
        "test.yaml:1:10: bootcmd is text, so cloud-init runs none of it; write a list of commands"
      ),
      ("bootcmd:\n", "test.yaml:1:9: bootcmd is nothing, so cloud-init runs none of it; write a list of commands"),
      (
        "bootcmd:\n- [a, 0x\(String(repeating: "f", count: 4000))]\n",
        "test.yaml:2:7: a command of bootcmd holds a number of more than 4300 digits; quote it"
      ),
    ])
  func broken(text: String, message: String) throws {
    guard case .broken(let error) = try CloudConfig.decode(.text(text)).bootCommands else {
      Issue.record("a script was made of \(text.prefix(40))")
      return
    }
    #expect(error.description == message)
  }

  @Test("a few aliases that stand for gigabytes are refused", arguments: ["[*a]", "*a"])
  func bomb(item: String) throws {
    let line = "\(item),"
    let text =
      "a: &a \(String(repeating: "x", count: 100_000))\nruncmd: [\(String(repeating: line, count: 200))]\n"
    guard case .broken(let error) = try CloudConfig.decode(.text(text)).runCommands else {
      Issue.record("20 MB were written")
      return
    }
    #expect(error.problem.sentence == "the script of runcmd is longer than 16777216 bytes")
  }

  private func commands(_ yaml: String) throws -> Commands {
    try CloudConfig.decode(.text("bootcmd:\n" + yaml + "\n")).bootCommands
  }
}
