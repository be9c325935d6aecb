import Testing

@testable import Core

@Suite struct LintProgramTests {
  @Test(
    "a program is known behind what runs it",
    arguments: [
      ("/usr/bin/systemctl start a", "systemctl", 2), ("sudo -E -u app /bin/sh -c x", "sh", 2), ("nohup a b &", "a", 1),
      ("env -i A=b C=d e f", "e", 1), ("timeout -k 5 10 curl x", "curl", 1), ("exec a", "a", 0),
      ("nice -n 5 a b", "a", 1),
      ("cloud-init-per once x mkfs /d", "mkfs", 1), ("cloud-init-per once x", "cloud-init-per", 2), ("A=b c", "c", 0),
    ])
  func programs(text: String, name: String, arguments: Int) {
    let shell = ShellText(Array(text.utf8))
    let programs = shell.commands.compactMap { LintProgram($0, in: shell) }
    #expect(programs.map(\.name) == [name])
    #expect(programs.map(\.arguments.count) == [arguments])
  }

  @Test("cloud-init-per runs a program once, or always")
  func once() {
    for (text, isOnce) in [("cloud-init-per once a b", true), ("cloud-init-per always a b", false), ("b", false)] {
      let shell = ShellText(Array(text.utf8))
      #expect(shell.commands.compactMap { LintProgram($0, in: shell)?.isOnce } == [isOnce])
    }
  }
}
