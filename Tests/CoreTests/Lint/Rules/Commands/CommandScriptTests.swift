import Testing

@testable import Core

/// Rules about the script that cloud-init makes of all items.
@Suite struct CommandScriptTests {
  private static func commands(_ items: [String], key: String = "bootcmd") -> String {
    "#cloud-config\n\(key):\n" + items.map { "  - \($0)\n" }.joined()
  }

  @Test(
    "exit is found where items are behind it",
    arguments: ["⟦exit⟧ 0", "date; ⟦exit⟧", "a && ⟦exit⟧ 0", "⟦exec⟧ a", "[⟦exit⟧, '0']"])
  func exit(item: String) {
    expect(CmdExit.self, in: Self.commands([item, "date"]))
    let last = MarkedSource(Self.commands(["date", item]))
    #expect(last.findings(of: [CmdExit.self]) == [])
  }

  @Test("where it may be reached or not it is a warning")
  func conditionalExit() {
    expect(CmdExit.self, in: Self.commands(["if a; then ⟦exit⟧; fi", "⟦exit⟧", "b"]))
    let source = MarkedSource(Self.commands(["a || exit 1", "exit", "b"]))
    #expect(source.findings(of: [CmdExit.self]).map(\.severity) == [.warning, .error])
  }

  @Test(
    "an exit of something else is none",
    arguments: ["(exit 1)", "sh -c 'exit 1'", "echo exit", "f() { exit; }", "exec > /run/a", "a=$(exit 1)"])
  func noExit(item: String) {
    expect(CmdExit.self, in: Self.commands([item, "date"]))
  }

  @Test("what the shell stops at is found, over all items")
  func unbalanced() {
    expect(CmdUnbalanced.self, in: Self.commands(["⟦if⟧ a; then", "b"]))
    expect(CmdUnbalanced.self, in: Self.commands(["a", "echo it⟦'⟧s", "b"]))
    expect(CmdUnbalanced.self, in: Self.commands(["|\n    a\n    echo ⟦\"⟧b\n"]))
    expect(CmdUnbalanced.self, in: Self.commands(["a ⟦;;⟧ b"], key: "runcmd"))
    expect(CmdUnbalanced.self, in: Self.commands(["if a; then", "b", "fi"]))
    expect(CmdUnbalanced.self, in: Self.commands(["[echo, \"it's\"]", "[echo, '(']", "cat <<E\n\n    it's\n\n    E"]))
    expect(CmdUnbalanced.self, in: "#!/bin/bash\nif [[ a ]]; then b; fi\n⟦{⟧ c\n")
    expect(CmdUnbalanced.self, in: "#!/usr/bin/python3\nprint('it is\")\n")
  }

  @Test(
    "its message says what is missing",
    arguments: [
      ("if a", "if has no then, so the items from here on cannot run"),
      ("echo 'a", "' is never closed, so the items from here on cannot run"),
      ("a; fi", "\"fi\" cannot stand here, so the items from here on cannot run"),
      ("a &&", "nothing is behind \"&&\", so the items from here on cannot run"),
    ])
  func message(command: String, message: String) {
    let source = MarkedSource("#cloud-config\nruncmd:\n  - |\n    \(command)\n")
    #expect(source.findings(of: [CmdUnbalanced.self]).map(\.message) == [message])
  }

  @Test("cloud-init-per without a name is found")
  func perArguments() {
    expect(
      CloudInitPerArgs.self,
      in: Self.commands([
        "[⟦cloud-init-per⟧, once, date]", "[cloud-init-per, once, rm, ⟦-f⟧, a]", "cloud-init-per ⟦daily⟧ a b",
        "cloud-init-per once a b -c", "sudo cloud-init-per $often a b", "echo cloud-init-per",
      ]))
  }

  @Test("runcmd is told of in a group that runs nodeup")
  func runcmdAfterNodeup() {
    expect(RuncmdAfterNodeup.self, in: configGroup(role: "Node", "⟦runcmd⟧: [date]"))
    expect(RuncmdAfterNodeup.self, in: configGroup(role: "Bastion", "runcmd: [date]"))
    expect(RuncmdAfterNodeup.self, in: configGroup(role: "Node", "bootcmd: [date]"))
    expect(RuncmdAfterNodeup.self, in: "#cloud-config\nruncmd: [date]\n")
  }
}
