import Core
import Testing

@Suite struct ExecLineTests {
  @Test(
    "a line is split, unquoted and unescaped as systemd does",
    arguments: [
      ("/bin/true", ["/bin/true"]), ("/bin/echo  a\tb ", ["/bin/echo", "a", "b"]), ("true x", ["true", "x"]),
      (#"/bin/echo "a b" 'c "d' "" e"f g"h"#, ["/bin/echo", "a b", "c \"d", "", "ef gh"]),
      (#"/bin/echo \x41\102\u00e9\U0001F600\s\n"#, ["/bin/echo", "ABé😀 \n"]),
      (#"/bin/grep '\.log' \d"#, ["/bin/grep", #"\.log"#, #"\d"#]),
      (#"/bin/a \x00 \000 \400"#, ["/bin/a", #"\x00"#, #"\000"#, #"\400"#]),
      ("/bin/date +%%F 5% %", ["/bin/date", "+%F", "5%", "%"]),
      ("/bin/echo $$HOME ${A} $B", ["/bin/echo", "$$HOME", "${A}", "$B"]),
      (#"/bin/echo \; ";" a;b"#, ["/bin/echo", ";", ";", "a;b"]), ("@/bin/sh sh -c x", ["sh", "-c", "x"]),
      ("\"/opt/my app/run\" x", ["/opt/my app/run", "x"]), ("; /bin/true", ["/bin/true"]),
      ("/bin/true ;", ["/bin/true"]),
    ])
  func arguments(line: String, arguments: [String]) throws {
    #expect(try ExecLine.parse(line).commands.map(\.arguments) == [arguments])
  }

  @Test("a semicolon of its own separates commands")
  func separator() throws {
    let commands = try ExecLine.parse("-/bin/a 1 ; +/bin/b ; ; @!!/bin/c c").commands
    #expect(commands.map(\.arguments) == [["/bin/a", "1"], ["/bin/b"], ["c"]])
    #expect(commands.map(\.prefixes) == ["-", "+", "@!!"])
  }

  @Test(
    "what only the manager can tell is not guessed",
    arguments: ["/bin/echo %n", "%h/bin/x", #"/bin/echo \x25n"#, #"/bin/echo \xff"#, #"/bin/echo \ud800"#])
  func unknown(line: String) throws {
    #expect(try ExecLine.parse(line).commands.map(\.arguments) == [nil])
  }

  @Test("an empty line has no commands", arguments: ["", "  "])
  func empty(line: String) throws {
    #expect(try ExecLine.parse(line).commands.isEmpty)
  }

  @Test(
    "systemd would refuse the line",
    arguments: [
      ("bin/true", UnitProblem.badExecutable("bin/true", .relative)), ("/bin/", .badExecutable("/bin/", .directory)),
      ("..", .badExecutable("..", .dots)), (#"/bin/\"x"#, .badExecutable("/bin/\"x", .specialCharacter)),
      ("'/bin/a\tb'", .badExecutable("/bin/a\tb", .specialCharacter)),
      ("|/bin/true", .badExecutable("|/bin/true", .relative)),
      ("+!/bin/true", .badExecutable("!/bin/true", .relative)),
      ("!!!/bin/true", .badExecutable("!/bin/true", .relative)),
      ("/bin/echo 'a", .unbalancedQuotes), ("/bin/echo \"", .unbalancedQuotes),
      ("/bin/date +%F", .unknownSpecifier("F")),
      ("-", .noExecutable), ("\"\" x", .noExecutable), (";", .noExecutable), ("@/bin/true", .noFirstArgument),
      (#"\xff"#, .notUTF8),
      ("/" + String(repeating: "a", count: 256), .badExecutable("/" + String(repeating: "a", count: 256), .tooLong)),
    ])
  func refused(line: String, problem: UnitProblem) {
    #expect(throws: problem) { try ExecLine.parse(line) }
  }
}

@Suite struct ExecutableTests {
  @Test(
    "what is wrong with an executable is told",
    arguments: [
      (Executable.Fault.relative, "is a relative path; write an absolute one"),
      (.directory, "is a directory, by the slash at its end"), (.tooLong, "is longer than a path can be"),
      (.specialCharacter, "holds a quote, a backslash or a control character, which systemd refuses"),
      (.startsWithPrefix, "starts with a character that is special in command lines; write an absolute path"),
      (.dollar, "holds a \"$\", which systemd does not take in executables"), (.dots, "is a directory"),
    ])
  func sentences(fault: Executable.Fault, sentence: String) {
    #expect(UnitProblem.badExecutable("a\nb", fault).sentence == "the executable \"a\\nb\" " + sentence)
  }
}

@Suite struct ExecLineQuoteTests {
  @Test(
    "arguments are quoted only where that is needed",
    arguments: [
      (["/bin/touch", "/run/a"], "/bin/touch /run/a"),
      (["/bin/echo", "100 %", "$HOME", ""], #"/bin/echo "100 %%" $$HOME """#),
      (["true", ";", "a\"b\\c", "-x"], #"true ";" "a\"b\\c" -x"#),
      (["/bin/a b", "\n\t\r\u{1}\u{7F}"], #""/bin/a b" "\n\t\r\x01\x7f""#),
      (["/bin/100%", "#é"], ##"/bin/100%% "#é""##),
    ])
  func quoted(arguments: [String], line: String) throws {
    #expect(try ExecLine.quote(arguments) == line)
  }

  @Test("a quoted list reads back as it was", arguments: 1...8)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let list = ["/bin/true"] + Samples.arguments(&random)
      let line = try ExecLine.quote(list)
      let commands = try ExecLine.parse(line).commands
      #expect(commands.map(\.prefixes) == [""])
      let read = commands.first?.arguments?.map { Samples.withoutDollars(Array($0.utf8)) }
      #expect(read == list.map { Array($0.utf8) }, "\(line)")
      #expect(!line.utf8.contains(UInt8(ascii: "\n")) && !line.utf8.contains(UInt8(ascii: "\r")))
    }
  }

  @Test(
    "a list that cannot be started is refused",
    arguments: [
      ([], UnitProblem.noExecutable), ([""], .noExecutable), (["bin/x"], .badExecutable("bin/x", .relative)),
      (["-x"], .badExecutable("-x", .startsWithPrefix)), (["|x"], .badExecutable("|x", .startsWithPrefix)),
      ([";"], .badExecutable(";", .startsWithPrefix)), (["/opt/$x"], .badExecutable("/opt/$x", .dollar)),
      (["/bin/x'"], .badExecutable("/bin/x'", .specialCharacter)), (["/bin/x", "a\0b"], .holdsNUL),
      (["/bin/x", "\u{FFFE}"], .notUTF8), (["/bin/x/"], .badExecutable("/bin/x/", .directory)),
    ] as [([String], UnitProblem)])
  func refused(arguments: [String], problem: UnitProblem) {
    #expect(throws: problem) { try ExecLine.quote(arguments) }
  }
}
