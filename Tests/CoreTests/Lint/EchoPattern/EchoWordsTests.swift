import Testing

@testable import Core

@Suite struct EchoWordsTests {
  @Test(
    "a plain command is split as a shell does",
    arguments: [
      ("echo a  b", ["echo", "a", "b"], nil), ("echo 'a  b'c", ["echo", "a  bc"], nil),
      ("echo \"a \\\"b\\\" \\c\"", ["echo", "a \"b\" \\c"], nil), ("echo a\\ b", ["echo", "a b"], nil),
      ("echo a>/x", ["echo", "a"], "/x"), ("echo a >> '/x y'", ["echo", "a"], "/x y"),
      ("echo a # b", ["echo", "a"], nil),
      ("echo a#b", ["echo", "a#b"], nil), ("echo [Service]", ["echo", "[Service]"], nil),
      ("echo ''", ["echo", ""], nil),
      ("", [], nil),
    ] as [(String, [String], String?)])
  func plain(command: String, words: [String], target: String?) throws {
    let plain = try #require(EchoWords(command))
    #expect(plain.words == words)
    #expect(plain.target == target)
  }

  @Test("what overwrites a file and what appends to one are told apart")
  func appends() {
    #expect(["a > /b", "a >> /b", "a"].map { EchoWords($0)?.appends } == [false, true, false])
  }

  @Test(
    "a command that is not plain is refused",
    arguments: [
      "echo $A", "echo \"$A\"", "echo \"$A\" # \"", "echo `a`", "a; b", "a && b", "a | b", "a < b", "echo *", "echo 'a",
      "echo \"a", "echo a\\", "echo a >", "echo a > b > c", "echo a > b c", "(a)", "{ a; }", "a\nb", "~/a",
      "echo a 2>&1",
    ])
  func refused(command: String) {
    #expect(EchoWords(command) == nil)
  }
}
