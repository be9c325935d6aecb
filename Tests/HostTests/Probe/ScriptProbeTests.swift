import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("A custom check's script")
struct ScriptProbeTests {
  static func run(
    _ text: ScriptRequirement.Text, name: String = "check 1", environment: Environment = ["A": "b"],
    variables: ScriptVariables = ScriptVariables(), directory: String = "/", limit: Duration = .seconds(60),
    interrupt: Interrupt? = nil
  ) -> Reading<CommandDetails> {
    var probe = ScriptProbe(
      environment: environment, variables: variables, timeLimit: limit, interrupt: interrupt)
    probe.grace = .milliseconds(100)
    return probe.run(ScriptRequirement(origin: Origin(source: "\(directory)/app.yaml"), name: name, text: text))
  }

  static func inline(_ script: String, limit: Duration = .seconds(60)) throws -> CommandDetails {
    try #require(run(.inline(Array(script.utf8)), limit: limit).value)
  }

  static func output(_ script: String) throws -> String { ProgramTests.text(try inline(script)) }

  @Test(
    "is run by its first line, by bash without one",
    arguments: [
      ("a=(1 2); echo ${a[1]} ${BASH_VERSION:+bash}", "2 bash\n"),
      ("#!/bin/cat -A\nx\ty\n", "#!/bin/cat -A$\nx^Iy$\n"),
      ("#! /usr/bin/env -S sh -c \"echo a b\"\n", "a b\n"),
      ("# no first line\necho \"${BASH_VERSION:+bash}\"\n", "bash\n"),
    ])
  func interpreters(script: String, output: String) throws {
    let details = try Self.inline(script)
    #expect(details.end == .exited(0))
    #expect(ProgramTests.text(details) == output)
  }

  @Test(
    "tells how it ended",
    arguments: [
      ("exit 0", CommandDetails.End.exited(0), "ended with status 0"),
      ("exit 3", .exited(3), "ended with status 3"),
      ("kill -SEGV $$", .signalled(SIGSEGV), "ended by signal 11"),
      ("kill -KILL $$", .signalled(SIGKILL), "ended by signal 9"),
      ("no-such-command", .exited(127), "ended with status 127"),
      ("if", .exited(2), "ended with status 2"),
    ])
  func ends(script: String, end: CommandDetails.End, sentence: String) throws {
    let reading = Self.run(.inline(Array(script.utf8)))
    #expect(reading.value?.end == end)
    #expect(reading.evidence == Evidence(source: "the manifest's script", text: sentence))
  }

  @Test(
    "that cannot be run says why",
    arguments: [
      ("", "it is empty"),
      ("#!\nexit 0\n", "the script's first line names no interpreter"),
      ("#!/no/such\n", "the script's interpreter \"/no/such\" does not exist"),
      ("#!/etc/passwd\n", "the script's interpreter \"/etc/passwd\" cannot be run: permission denied"),
      ("\u{7F}ELF\0\0", "the script is no text: its first line holds a NUL byte"),
      (
        "#!/bin/sh\r\n",
        "the script's interpreter \"/bin/sh\\r\" does not exist: its line ends in a carriage return, which has to go"
      ),
    ])
  func notStarted(script: String, why: String) throws {
    let reading = Self.run(.inline(Array(script.utf8)))
    #expect(reading.value?.end == .notStarted(why))
    #expect(reading.evidence.text == "not started: \(why)")
  }

  @Test("may hold a NUL behind its first line, as archives that unpack themselves do")
  func archive() throws {
    #expect(try Self.output("echo x; exit 0\n\0\0\0") == "x\n")
  }

  @Test("has the node's facts and this program's variables")
  func variables() throws {
    var variables = ScriptVariables()
    variables.profile = "db"
    let evidence = Evidence(source: "test", text: "")
    variables.instance = InstanceReadings(
      type: .known("m5.xlarge", evidence), region: .known("us-east-1", evidence), role: .unreadable(evidence))
    let script = Array("env | grep -e ^BRINGUP_[A-RT-Z] -e ^A= -e ^PATH= | sort".utf8)
    let details = try #require(
      Self.run(.inline(script), environment: ["A": "b", "BRINGUP_PROFILE": "old"], variables: variables).value)
    #expect(
      ProgramTests.text(details) == """
        A=b
        BRINGUP_INSTANCE_TYPE=m5.xlarge
        BRINGUP_PROFILE=db
        BRINGUP_REGION=us-east-1
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

        """)
  }

  @Test("lies in a private file, which is gone afterwards, and runs in the root directory")
  func file() throws {
    let lines = try Self.output("stat -c %a \"$0\" \"${0%/*}\"; pwd; echo \"$0\"").split(separator: "\n")
    #expect(lines.prefix(3) == ["700", "700", "/"])
    let path = String(try #require(lines.last))
    #expect(path.hasSuffix("/check1"))
    #expect(!FileManager.default.fileExists(atPath: (path as NSString).deletingLastPathComponent))
  }

  @Test("of a file runs in the manifest's directory, as the file that it is")
  func manifestFile() throws {
    let scratch = try ScratchRoot()
    try scratch.write("checks/a.sh", "pwd; echo $0 $(cat beside)\n")
    try scratch.write("checks/beside", "x")
    let details = try #require(Self.run(.file("a.sh"), directory: "\(scratch.path)/checks").value)
    #expect(ProgramTests.text(details) == "\(scratch.path)/checks\n./a.sh x\n")
    let above = Self.run(.file("checks/a.sh"), directory: scratch.path)
    #expect(above.value?.end == .exited(0))
    #expect(above.evidence.source == "checks/a.sh")
    let absolute = Self.run(.file("\(scratch.path)/checks/a.sh"), directory: "/")
    #expect(absolute.value?.end == .exited(0))
  }

  @Test("does not get the token that opens other nodes' doors")
  func token() throws {
    let environment: Environment = ["BRINGUP_PEER_TOKEN": "secret", "A": "b"]
    let reading = Self.run(.inline(Array("echo $A$BRINGUP_PEER_TOKEN".utf8)), environment: environment)
    #expect(ProgramTests.text(try #require(reading.value)) == "b\n")
  }

  @Test("that is not there is unreadable")
  func unreadable() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("d")
    mkfifo("\(scratch.path)/fifo", 0o600)
    for (path, why) in [
      ("none", "no such file or directory"), ("d", "invalid argument"), ("fifo", "invalid argument"),
    ] {
      let evidence = Evidence(source: "script \"check 1\"", text: "read \(scratch.path)/\(path): \(why)")
      let reading = Self.run(.file(path), directory: scratch.path)
      guard case .unreadable(evidence) = reading else {
        Issue.record("\(reading)")
        continue
      }
    }
    let url = Self.run(.url("https://example.com/x"))
    #expect(url.value == nil)
    #expect(
      url.evidence
        == Evidence(
          source: "https://example.com/x", text: "not fetched: it is put into the manifest when that is bundled"))
  }

  @Test(
    "that hangs is ended with all it started",
    arguments: [
      "echo $$; sleep 1000",
      "trap '' TERM INT HUP; echo $$; while :; do sleep 1000; done",
      "sleep 1000 & echo $!; wait",
      "setsid sh -c 'echo $$; trap \"\" TERM; while :; do sleep 1000; done' & wait",
    ])
  func hang(script: String) throws {
    let details = try Self.inline(script, limit: .seconds(2))
    #expect(details.end == .timedOut)
    #expect(ProgramTests.isGone(try #require(pid_t(ProgramTests.text(details).dropLast()))))
  }

  @Test(
    "leaves no process behind, not even a daemon that holds its output",
    arguments: [
      "sleep 1000 & echo $!",
      "setsid sleep 1000 & echo $!",
      "(setsid sh -c 'echo $$; exec sleep 1000' &)",
      "setsid sh -c 'setsid sleep 1000 & echo $!'",
      "setsid sleep 1000 </dev/null >/dev/null 2>&1 & echo $!",
    ])
  func daemons(script: String) throws {
    let details = try Self.inline("\(script); sleep 1; exit 0")
    #expect(details.end == .exited(0))
    #expect(ProgramTests.isGone(try #require(pid_t(ProgramTests.text(details).dropLast()))))
  }

  @Test("that floods its output has the last of it kept")
  func flood() throws {
    let details = try Self.inline("yes | head -c 20000000; printf end; exit 1")
    #expect(details.end == .exited(1))
    #expect(details.output.count == Limits.commandOutputBytes)
    #expect(ProgramTests.text(details).hasSuffix("y\nend"))
  }

  @Test("is ended by a signal to this program, with its daemons and its file")
  func interrupt() throws {
    let interrupt = try Interrupt()
    pthread_kill(pthread_self(), SIGTERM)
    let script = "trap '' TERM; setsid sleep 1000 & echo $! $0; sleep 1000"
    let reading = Self.run(.inline(Array(script.utf8)), interrupt: interrupt)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    #expect(sigwaitinfo(&signals, nil) == SIGTERM)
    let details = try #require(reading.value)
    #expect(details.end == .interrupted(SIGTERM))
    // The signal may have come before the shell could say anything.
    let words = ProgramTests.text(details).split { $0 == " " || $0 == "\n" }
    guard words.count == 2 else { return }
    #expect(ProgramTests.isGone(try #require(pid_t(words[0]))))
    #expect(!FileManager.default.fileExists(atPath: String(words[1])))
  }

  @Test("does not take another program's processes along")
  func others() throws {
    let other = try BackgroundProgram("/bin/sleep", ["1000"], environment: ["BRINGUP_SCRIPT": "another"])
    _ = try Self.inline("exit 0")
    #expect(kill(other.process, 0) == 0)
    #expect(!ProgramTests.text(try Self.inline("ps -p \(other.process) -o stat=")).hasPrefix("Z"))
  }
}
