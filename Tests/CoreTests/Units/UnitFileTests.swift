import Core
import Testing

@Suite struct UnitFileTests {
  private func parse(_ text: String, of type: UnitType = .service) throws(UserDataError) -> UnitFile {
    try UnitFile.parse(Array(text.utf8), of: type, placement: .whole("a.conf"))
  }

  private func flat(_ file: UnitFile) -> [String] {
    file.sections.flatMap { section in section.assignments.map { "[\(section.name)]\($0.key)=\($0.value)" } }
  }

  @Test(
    "sections, keys and values",
    arguments: [
      ("[Service]\nNice=5\n", ["[Service]Nice=5"]), ("[Service]\n  Nice = 5 \t\n", ["[Service]Nice=5"]),
      ("[Service]\nNice=5", ["[Service]Nice=5"]), ("[Unit]\nA=b=c\n[Service]\nB=\n", ["[Unit]A=b=c", "[Service]B="]),
      ("# c\n;c\n  # c\n\n[Unit]\n#A=b\nA=c\n", ["[Unit]A=c"]),
      ("[Unit]\r\nA=b\r\nB=c\rC=d", ["[Unit]A=b", "[Unit]B=c", "[Unit]C=d"]),
      ("\u{FEFF}[Unit]\nA=b\n", ["[Unit]A=b"]),
      ("[X-Ours]\nno equals\n[Unit]\nA=b\nX-Any thing=c\n", ["[Unit]A=b", "[Unit]X-Any thing=c"]),
      ("", []), ("# only\n", []), ("[Unit]\n[Install]\n", []),
      ("[Unit]\nFutureDirective=x\n", ["[Unit]FutureDirective=x"]),
    ])
  func shapes(text: String, lines: [String]) throws {
    #expect(flat(try parse(text)) == lines)
  }

  @Test(
    "a backslash at a line's end joins the next line that is no comment",
    arguments: [
      ("A=b \\\n  c", "b    c"), ("A=b\\\nc", "b c"), ("A=b\\\n# x\\\n ; y\nc", "b c"), ("A=b\\", "b"),
      ("A=b\\\\\nB=c", "b\\\\"),
      ("A=b\\\n\nB=c", "b"), ("A=b\\\nB=c", "b B=c"), ("A=\\\r\n  b", "b"), ("A=b\\\\\\\nc", "b\\\\ c"),
    ])
  func continuation(text: String, value: String) throws {
    #expect(try parse("[Unit]\n" + text).sections.first?.assignments.first?.value == value)
  }

  @Test("every assignment knows its place, in continued lines too")
  func places() throws {
    let file = try parse("# é\n[Unit]\n  A=b\nBé = \\\n# comment\n    c\nD=\n".replacing("Bé", with: "X-é"))
    let assignments = file.sections.flatMap(\.assignments)
    #expect(file.sections.map(\.origin.description) == ["a.conf:2:1"])
    #expect(assignments.map(\.origin.description) == ["a.conf:3:3", "a.conf:4:1", "a.conf:7:1"])
    #expect(assignments.map(\.valueOrigin.description) == ["a.conf:3:5", "a.conf:6:5", "a.conf:7:2"])
  }

  @Test(
    "what systemd would skip is an error with its place",
    arguments: [
      ("A=b\n", "a.conf:1:1: the line stands before any section; begin with a header, e.g. [Service]"),
      ("\u{FEFF}# comment\n", "a.conf:1:1: the line stands before any section; begin with a header, e.g. [Service]"),
      ("[Service\n", "a.conf:1:1: the section header \"[Service\" does not end in \"]\""),
      ("[Ser\"vice]\n", "a.conf:1:1: the section name \"Ser\"vice\" holds a quote, backslash or control character"),
      (
        "[Socket]\n",
        "a.conf:1:1: \"Socket\" is not a section of a service unit, and systemd would skip it; wanted [Unit], [Service] or [Install]"
      ),
      (
        "[service]\n",
        "a.conf:1:1: \"service\" is not a section of a service unit, and systemd would skip it; wanted [Unit], [Service] or [Install]"
      ),
      ("[Unit]\n\n  daemon-reload\n", "a.conf:3:3: the line has no \"=\", and systemd would skip it; write NAME=VALUE"),
      (
        "[Unit]\n=b\n", "a.conf:2:1: the line has nothing before its \"=\", and systemd would skip it; write NAME=VALUE"
      ),
      (
        "[Unit]\nexport A=b\n",
        "a.conf:2:1: \"export A\" is no directive, and systemd would skip it; write letters and digits before the \"=\""
      ),
      (
        "[Unit]\nA=\u{FFFF}\n",
        "a.conf:2:1: the text is not UTF-8, or holds a code point that systemd takes for invalid"
      ),
      ("[Unit]\nA=b\0\n", "a.conf:2:1: the text holds a NUL byte"),
      ("[Unit]\nExecStartPre=/bin/true\n", "a.conf:2:1: ExecStartPre= has no effect in [Unit]; move it to [Service]"),
      ("[Service]\nAfter=a.service\n", "a.conf:2:1: After= has no effect in [Service]; move it to [Unit]"),
      (
        "[Service]\nExecStopPre=/bin/true\n",
        "a.conf:2:1: ExecStopPre= has no effect in [Service]: units of this type do not know it"
      ),
      (
        "[Unit]\nAfter=a.service  b\n",
        "a.conf:2:7: \"b\" is not a unit name; write e.g. \"kops-configuration.service\""
      ),
      ("[Service]\nExecStop=/bin/echo 'a\n", "a.conf:2:10: the value has a quote that is not closed"),
      (
        "[Service]\nExecStop=/bin/date +%F\n",
        "a.conf:2:10: \"%F\" is no specifier, and systemd would refuse the line; write \"%%F\" for a percent sign"
      ),
      (
        "[Service]\nExecStop=bin/x\n", "a.conf:2:10: the executable \"bin/x\" is a relative path; write an absolute one"
      ),
      (
        "[Service]\nExecStop=@/bin/x\n",
        "a.conf:2:10: the command line has \"@\" before its executable, but no argument to follow it"
      ),
      ("[Service]\nExecStop=-\n", "a.conf:2:10: the command line names no executable; write its absolute path first"),
      (
        "[Service]\nTimeoutSec= 1:30\n",
        "a.conf:2:13: \"1:30\" is not a time span; write e.g. \"90\", \"5min 20s\" or \"infinity\""
      ),
      (
        "[Service]\nRestart=sometimes\n",
        "a.conf:2:9: \"sometimes\" is not a restart policy; wanted no, on-success, on-failure, on-abnormal, on-watchdog, on-abort or always"
      ),
      (
        "[Service]\nEnvironment=A=b 1C=d\n",
        "a.conf:2:13: \"1C\" is not a variable name: letters, digits and \"_\", the first no digit"
      ),
      ("[Service]\nEnvironment=A\n", "a.conf:2:13: the variable has no \"=\"; write NAME=VALUE"),
      (
        "[Service]\nEnvironment=A=\\q\n",
        "a.conf:2:13: the value has a backslash that makes no escape, and systemd would skip the line; write \"\\\\\""
      ),
      (
        "[Service]\nEnvironmentFile=etc/x\n",
        "a.conf:2:17: \"etc/x\" is not an absolute path without \"..\"; write e.g. \"/etc/default/kubelet\", or \"-\" before it where the file may be missing"
      ),
      (
        "[Service]\nEnvironmentFile=-/etc/../x\n",
        "a.conf:2:17: \"-/etc/../x\" is not an absolute path without \"..\"; write e.g. \"/etc/default/kubelet\", or \"-\" before it where the file may be missing"
      ),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: UserDataError.self) { try parse(text) }
    #expect(error?.description == message)
  }

  @Test("bytes that are not UTF-8 are an error, but for comments, which systemd does not look at")
  func notUTF8() throws {
    let comment = Array("# ".utf8) + [0xFF] + Array("\n[Unit]\n".utf8)
    _ = try UnitFile.parse(comment, of: .service, placement: .whole("a"))
    let error = #expect(throws: UserDataError.self) {
      try UnitFile.parse(Array("[Unit]\nDescription=".utf8) + [0xFF], of: .service, placement: .whole("a"))
    }
    #expect(error?.problem == .unit(.notUTF8))
  }

  @Test("a line has fewer bytes than a MiB, with those it is continued by")
  func longLines() throws {
    let long = String(repeating: "a", count: 1 << 19)
    _ = try parse("[Unit]\nDescription=\(long)\n")
    for text in ["Description=\(long)\(long)", "Description=\(long)\\\n\(long)", "# \(long)\(long)"] {
      let error = #expect(throws: UserDataError.self) { try parse("[Unit]\n" + text) }
      #expect(error?.problem == .unit(.lineTooLong))
      #expect(error?.problem.sentence == "the line is longer than the 1 MiB that systemd reads")
    }
  }
}
