import Foundation
import Testing

@testable import Core

@Suite struct ShellTextTests {
  /// What a POSIX shell reads to its end.
  static let whole = [
    "", "\n\n", "# only a comment 'it is", "echo a", "echo a;", "echo a &", "echo 'a\nb' \"c\nd\"", "a=b c=d env",
    "if a; then b; elif c; then d; else e; fi", "if a\nthen b\nfi > /dev/null 2>&1",
    "while read -r x; do echo $x; done < f",
    "for i in 1 2 3; do echo $i; done", "for i\ndo echo; done", "for i in; do :; done",
    "case $1 in a|b) echo;; (c) ;; *) x; esac", "case x in esac", "case a in\n a)\n if b; then c; fi\n ;;\nesac",
    "f() { echo; }\nf", "f () ( echo )", "{ a; b; }", "( a; b ) | c && d || e", "! a | b", "{ if a; then b; fi }",
    "echo $(a $(b \"c)\") `d`) ${x:-$(y)} $((1 + (2 * 3)))", "x=$(case a in a) b;; esac)",
    "echo ${x:-'}'} \"${y:-\"z\"}\"",
    "cat <<EOF\nif ' \"\nEOF\necho", "cat <<'EOF'\n$( `\nEOF\necho", "cat <<-'E F'\n\tif\n\tE F\necho",
    "cat <<A <<B\n'\nA\n\"\nB\n",
    "echo a \\\n b",
    "a &&\n\n b ||\n c", "echo fi done esac then }", "echo a#b '#c' # d ' e", "echo $ $1 $# $? \"$\"", ">f", "2>f a <g",
    "if a; then (b); fi; echo", "[ a = b ] && exit", "a() if b; then c; fi", "echo \"`date`\" '`'", "a\r\nb\r\n",
    "while :; do if a; then break; fi; done", "! >g 2>&1 | a", "((echo a); b)", "x=1", "echo {a,b}", "a;{ b;}",
  ]

  /// What it does not, and what the fault points at.
  static let broken = [
    "⟦if⟧ a; then b", "⟦if⟧ a", "if a; ⟦fi⟧", "if a; then ⟦fi⟧", "⟦while⟧ a; do b", "⟦while⟧ a;", "⟦for⟧ i in a; do b",
    "⟦case⟧ a in b) c", "⟦{⟧ a;", "⟦(⟧a", "a ⟦)⟧", "⟦}⟧", "⟦fi⟧", "⟦done⟧", "a; ⟦then⟧ b", "echo ⟦'⟧a", "echo ⟦\"⟧a",
    "echo ⟦`⟧a",
    "echo ⟦$(⟧a", "echo ⟦${⟧a", "echo \"$(a⟦\"⟧", "⟦;⟧ a", "a; ⟦;⟧ b", "⟦&&⟧ a", "a ⟦&&⟧", "a ⟦|⟧", "a ⟦||⟧ ",
    "a & ⟦;⟧", "a ⟦;;⟧ b",
    "if a; then b; fi ⟦c⟧", "echo a ⟦>⟧", "echo a ⟦>⟧\nb", "echo ⟦(⟧a)", "if a; then b; ⟦done⟧", "(a; ⟦fi⟧)", "( ⟦)⟧",
    "{ ⟦}⟧",
    "a @⟦(⟧b", "f() ⟦)⟧", "while a; do ⟦done⟧", "echo \"it's\" it⟦'⟧s",
  ]

  @Test("a text is read to its end, or up to the fault", arguments: whole + broken)
  func fault(marked: String) {
    let source = MarkedSource(marked)
    let text = ShellText(source.bytes)
    let mark = source.marks.first
    #expect((text.fault == nil) == (mark == nil))
    guard let fault = text.fault, let mark else { return }
    let place = Position(ofByte: fault.range.lowerBound, in: source.bytes[...])
    #expect(MarkedSource.Mark(position: place, length: fault.range.count) == mark)
  }

  @Test("a fault names what is not expected, whole", arguments: ["&&", "&", "||", ";"])
  func unexpected(word: String) {
    #expect(ShellText(Array("\(word) a".utf8)).fault?.kind == .unexpected(word))
  }

  @Test(
    "a word is known by what the shell would do with it",
    arguments: [
      ("a", .plain), ("'$a'", .quoted), ("\"a\"", .quoted), ("a\\ b", .quoted), ("$a", .expanded), ("`a`", .expanded),
      ("\"$a\"", .expanded), ("\"`a`\"", .expanded), ("\"a\\$\"", .quoted),
    ] as [(String, ShellWord.Form)])
  func forms(word: String, form: ShellWord.Form) {
    #expect(ShellText(Array(word.utf8)).commands.first?.words.map(\.form) == [form])
  }

  @Test("a carriage return is no part of a word where it ends the line")
  func carriageReturns() {
    let text = ShellText(Array("a b\r\nc\rd\r\ne\n".utf8))
    #expect(text.commands.map { $0.words.map(text.text) } == [["a", "b"], ["c\rd"], ["e"]])
  }

  @Test("the machine's own shell takes the same texts", arguments: whole + broken)
  func realShell(marked: String) throws {
    let source = MarkedSource(marked)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let input = Pipe()
    shell.arguments = ["-n"]
    shell.standardInput = input
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    try input.fileHandleForWriting.write(contentsOf: Data(source.bytes.filter { $0 != 0x0D }))
    try input.fileHandleForWriting.close()
    shell.waitUntilExit()
    #expect((shell.terminationStatus == 0) == source.marks.isEmpty)
  }

  @Test(
    "what only bash reads is read along, and listed",
    arguments: [
      ("a=(1 '2)' $(b)); c", .array), ("[[ a == b && ( c < d ) ]]; e", .doubleBracket),
      ("((a++)); b", .arithmeticCommand),
      ("for ((i = 0; i < 3; i++)); do a; done", .arithmeticCommand), ("a <<< b; c", .hereString),
      ("function f { a; }; f", .functionWord), ("a < <(b); c", .processSubstitution), ("a &> b; c", .bothOutputs),
      ("echo ${a//b/c} ${d}", .expansion), ("declare -A a=([b]=c [d]=e); f", .array),
      ("f() { local -a a=(b c); }", .array), ("export A+=(b); c", .array),
      ("readonly a=1 b=(c)", .array), ("typeset -A a=(); b", .array), ("case a in b) c ;& d) e ;;& esac", .fallThrough),
      ("coproc { a; }; b", .coprocess), ("coproc a { { b; }; }", .coprocess), ("coproc a b; c", .coprocess),
      ("coproc A while b; do c; done; d", .coprocess),
      ("coproc while b; do c; done; d", .coprocess),
      ("coproc { { a; }; }", .coprocess), ("rm -f a/!(b|'c)'|@(d)) e; f", .pattern),
      ("case a in @(b|c)) d;; esac", .pattern), ("echo ${a[0]}", .expansion), ("echo $'a\\'b'", .expansion),
    ] as [(String, ShellText.Bashism.Kind)])
  func bashisms(text: String, kind: ShellText.Bashism.Kind) {
    let text = ShellText(Array(text.utf8))
    #expect(text.fault == nil)
    #expect(Set(text.bashisms.map(\.kind)) == [kind])
  }

  @Test("the word behind a redirection's sign is its target", arguments: ["<<<", "<<", ">>", ">|", "<>", ">&", ">"])
  func target(sign: String) throws {
    for blank in ["", " "] {
      let text = ShellText(Array("cat \(sign)\(blank)one two\none\n".utf8))
      let command = try #require(text.commands.first)
      #expect(command.words.map(text.text) == ["cat", "two"])
      #expect(command.redirections.map { text.text(of: $0.target) } == ["one"])
    }
  }

  @Test(
    "what POSIX has is not among it",
    arguments: [
      "time -p { a; }", "time a", "!(a)", "echo ${a:-b} ${#a} ${a%/*} ${a##b} $((1 + 2))", "a=b; ( (c) )", "[ a ]",
    ])
  func noBashisms(text: String) {
    #expect(ShellText(Array(text.utf8)).bashisms == [])
  }

  @Test("each command is known by its words, those in substitutions too, and by what is around it")
  func commands() {
    let text = ShellText(
      Array("a=1 b 'c d' $e > f\nif g; then h; fi; i || j & (k); while l; do m $(n); done; o() { p; }".utf8))
    #expect(
      text.commands.map { $0.words.map(text.text) }.description == """
        [["b", "c d", "$e"], ["g"], ["h"], ["i"], ["j"], ["k"], ["l"], ["m", "$(n)"], ["n"], ["p"]]
        """)
    let settings: [ShellCommand.Setting] = [
      [], [], .conditional, .excused, [.conditional, .apart, .background], .apart, .looped, .looped, [.looped, .apart],
      .function,
    ]
    #expect(text.commands.map(\.setting) == settings)
  }

  @Test("a redirection without a command is in its place among the others")
  func order() {
    let text = ShellText(Array("a; >b; (c; d) >> e".utf8))
    #expect(text.commands.map(\.range.lowerBound) == [0, 3, 8, 11, 14])
  }

  @Test("a word that is declared with a list stays a word of its command")
  func declared() {
    let text = ShellText(Array("declare -r a=(b) c=d e".utf8))
    #expect(text.commands.map { $0.words.map(text.text) } == [["declare", "-r", "a=", "c=d", "e"]])
  }

  @Test(
    "a word's quotes are taken off",
    arguments: [("a'b c'\"d\\\"e\"\\f", "ab cd\"ef"), ("\"a\\b\"", "a\\b"), ("a\\\nb", "ab")])
  func unquoted(word: String, text: String) throws {
    let shell = ShellText(Array(word.utf8))
    #expect(shell.text(of: try #require(shell.commands.first?.words.first)) == text)
  }

  @Test(
    "what is nested too deeply is left unread, without a fault",
    arguments: ["$(", "(", "{ ", "if ", "\"$(", "${a:-", "a() { ", "while ", "a@(", "coproc \"$(", "time "])
  func depth(opening: String) {
    let text = ShellText(Array(String(repeating: opening, count: 100_000).utf8))
    #expect(text.fault == nil)
  }
}
