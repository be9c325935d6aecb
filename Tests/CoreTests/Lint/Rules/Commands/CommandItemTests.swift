import Testing

@testable import Core

/// Rules about items as YAML has them.
@Suite struct CommandItemTests {
  private static func commands(_ items: String...) -> String {
    "#cloud-config\nbootcmd:\n" + items.map { "  - \($0)\n" }.joined()
  }

  @Test("an item that is no command is found, and put in quotes where it was likely meant as text")
  func itemType() {
    expect(
      CmdItemType.self, in: Self.commands("⟦echo it's: b c⟧ # d", "⟦yes⟧", "⟦22:22⟧", "date"),
      fixed: Self.commands("'echo it''s: b c' # d", "'yes'", "'22:22'", "date"))
    expect(CmdItemType.self, in: Self.commands("⟦{a: b}⟧", "⟦echo a:⟧\n      b: c"))
    expect(CmdItemType.self, in: "#cloud-config\nbootcmd: ⟦date⟧\nruncmd: ⟦{a: b}⟧\n")
  }

  @Test("an item that is one is not", arguments: ["date", "[date]", "'a: b'", "a:b", "", "'yes'", "|\n    a: b"])
  func item(item: String) {
    expect(CmdItemType.self, in: Self.commands(item))
  }

  @Test("nothing is found in other keys")
  func otherKeys() {
    expect(CmdItemType.self, in: "#cloud-config\npackages:\n  - a: b\n  - yes\n")
  }

  @Test("an operator in a list is found, and the list made text where that means the same")
  func listOperators() {
    let findings = expect(
      CmdListShellSyntax.self, in: Self.commands("[echo, a, ⟦\">\"⟧, /run/a]", "[a, b, ⟦\"&&\"⟧, c, ⟦'|'⟧, d]"),
      fixed: Self.commands("'echo a > /run/a'", "'a b && c | d'"))
    // One mend of a list is enough.
    #expect(findings.map { $0.fix != nil } == [true, true, false])
    expect(CmdListShellSyntax.self, in: Self.commands("[echo, \"a b\", ⟦\">\"⟧, /run/a]"))
    expect(CmdListShellSyntax.self, in: Self.commands("[rm, -f, ⟦/run/a*⟧]", "[cp, ⟦$HOME⟧, ⟦\"$(pwd)\"⟧]"))
    expect(CmdListShellSyntax.self, in: Self.commands("[chown, ⟦$USER$HOME⟧, /x]"))
    expect(
      CmdListShellSyntax.self, in: Self.commands("[apt-get, install, -y, ⟦\"&&\"⟧, apt-get, clean]"),
      fixed: Self.commands("'apt-get install -y && apt-get clean'"))
  }

  @Test(
    "an argument that only looks like one is not",
    arguments: [
      "[grep, '>', /etc/hosts]", "[sh, -c, \"a > b && c\"]", "[cut, -d, '|', -f, '1']",
      "[find, /, -exec, rm, '{}', ';']",
      "[expr, a, '|', b]", "[awk, '$1', f]", "[a, 'b>c']", "[a, \"it's 5$\"]", "[sh, -c, 'rm /tmp/*']", "echo a > b",
      "[psql, -F, '|', -f, /a.sql]", "[usermod, -p, $6$a$b, root]", "[usermod, -p, $y$j9T$a, root]",
    ])
  func listWords(item: String) {
    expect(CmdListShellSyntax.self, in: Self.commands(item))
  }

  @Test("a member of a list that Python writes otherwise is found, and put in quotes")
  func listMembers() {
    expect(
      CmdListNonstring.self, in: Self.commands("[chmod, ⟦0755⟧, /a, ⟦yes⟧, ⟦1:30⟧, 8080]"),
      fixed: Self.commands("[chmod, \"0755\", /a, \"yes\", \"1:30\", 8080]"))
    let findings = expect(
      CmdListNonstring.self, in: Self.commands("[echo, ⟦~⟧, ⟦[a]⟧, '0755', a]"),
      fixed: Self.commands("[echo, \"~\", [a], '0755', a]"))
    #expect(findings.first?.message == "nothing in a list becomes \"None\"")
    #expect(findings.last?.message == "a list in a list becomes \"['a']\"")
  }

  @Test("a comment that takes in a redirection is found, and taken out where nothing else was lost")
  func plainComment() {
    let file = "/etc/systemd/system/a.service.d/b.conf"
    let findings = expect(
      CmdCommentSwallow.self, in: Self.commands("echo a ⟦# why >> \(file)⟧", "echo b ⟦# why >\(file)⟧"),
      fixed: Self.commands("echo a >> \(file)", "echo b >\(file)"))
    #expect(findings.map(\.severity) == [.error, .error])
  }

  @Test(
    "one that may tell of another command is a warning, and left to a person",
    arguments: [
      "echo a ⟦# why >> /run/a⟧", "echo a ⟦# b && c⟧", "echo ⟦# x | tee /run/a⟧",
      "echo a > /b ⟦# why >> /etc/systemd/system/a.service.d/b.conf⟧",
      "echo a ⟦# why >> /etc/systemd/system/a.service.d/b.conf; c⟧",
    ])
  func doubtfulComment(item: String) {
    #expect(expect(CmdCommentSwallow.self, in: Self.commands(item)).map(\.severity) == [.warning])
  }

  @Test("the shell's comments are looked at where lines were joined")
  func shellComment() {
    expect(CmdCommentSwallow.self, in: Self.commands("\"echo a ⟦# b > /run/c⟧\"", "⟦>⟧\n    echo a # b\n    && c"))
  }

  @Test(
    "a comment that is only one is not found",
    arguments: [
      "date # the time -> now", "date # a > b", "date # see <https://x.org>", "\"echo '# a > /b'\"",
      "|\n    date # > /a\n    b",
      "echo a#b > /c", "date # a; b", "sysctl -w a=1 # same as: echo 1 > /proc/sys/a",
      "echo never > /sys/a # undo with echo always > /sys/a", "date # old: date >> /var/log/a", "\"a # or a > /b\"",
    ])
  func comments(item: String) {
    expect(CmdCommentSwallow.self, in: Self.commands(item))
  }

  @Test("what is empty is found: a key without a value, an item without one")
  func nothing() {
    let findings = expect(BootcmdNull.self, in: "#cloud-config\n⟦bootcmd⟧:\nruncmd:\n  -⟦ # a⟧\n  - date\n")
    #expect(findings.map(\.severity) == [.warning, .advice])
    expect(BootcmdNull.self, in: "#cloud-config\nbootcmd: []\nruncmd: [date, '']\nother:\n")
  }
}
