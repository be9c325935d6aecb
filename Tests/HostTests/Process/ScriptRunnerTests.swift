import Core
import Foundation
import Testing

@testable import Host

@Suite("A script")
struct ScriptRunnerTests {
  static func run(
    _ script: String, name: String = "10-a.sh", kind: StepKind = .script, environment: Environment = ["X": "y"],
    places: [String] = ScriptFile.places, limit: Duration = .seconds(60)
  ) throws -> CommandDetails {
    var runner = ScriptRunner(environment: environment, instanceID: "i-1", timeLimit: limit, interrupt: nil)
    runner.places = places
    return try runner.run(Command(kind: kind, name: name, content: Array(script.utf8)))
  }

  static func output(_ script: String, name: String = "10-a.sh", kind: StepKind = .script) throws -> String {
    ProgramTests.text(try run(script, name: name, kind: kind))
  }

  @Test("is run by its first line")
  func firstLine() throws {
    #expect(try Self.output("#!/bin/cat -A\nx\ty\n") == "#!/bin/cat -A$\nx^Iy$\n")
    #expect(try Self.run("#!/bin/sh\nexit 3\n").end == .exited(3))
  }

  @Test("lies in a private file under its cleaned name, which is removed afterwards")
  func file() throws {
    let shown = try Self.output("#!/bin/sh\nstat -c %a \"$0\" \"${0%/*}\"; echo \"$0\"\n", name: "a b/ü.sh")
    let lines = shown.split(separator: "\n")
    #expect(lines.prefix(2) == ["700", "700"])
    let path = try #require(lines.last.map(String.init))
    #expect(path.hasSuffix("/ab_.sh"))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: (path as NSString).deletingLastPathComponent))
  }

  @Test("whose name cannot be a file's still runs", arguments: ["", ".", "..", "é"])
  func names(name: String) throws {
    #expect(try Self.output("#!/bin/sh\necho \"${0##*/}\"\n", name: name) == "script\n")
  }

  @Test("may remove itself")
  func removesItself() throws {
    #expect(try Self.run("#!/bin/sh\nrm -r \"${0%/*}\"\n").end == .exited(0))
  }

  @Test(
    "has the instance's id where cloud-init gives it",
    arguments: [
      (.bootCommands, "y i-1\n"), (.boothook, "y i-1\n"), (.script, "y \n"), (.runCommands, "y \n"),
    ] as [(StepKind, String)])
  func instanceID(kind: StepKind, output: String) throws {
    #expect(try Self.output("#!/bin/sh\necho \"$X $INSTANCE_ID\"\n", kind: kind) == output)
  }

  @Test("gets a PATH where there is none, else the one there is")
  func path() throws {
    let script = "#!/usr/bin/env -S printenv PATH\n"
    #expect(ProgramTests.text(try Self.run(script)).isEmpty == false)
    let shown = try Self.run("#!/bin/sh\necho \"$PATH\"\n")
    #expect(ProgramTests.text(shown) == "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n")
    let kept = try Self.run("#!/bin/sh\necho \"$PATH\"\n", environment: ["PATH": "/mine"])
    #expect(ProgramTests.text(kept) == "/mine\n")
  }

  @Test(
    "that the kernel cannot execute says why",
    arguments: [
      ("echo x\n", "the script does not begin with \"#!\"; make its first line e.g. \"#!/bin/sh\""),
      ("", "the script does not begin with \"#!\"; make its first line e.g. \"#!/bin/sh\""),
      ("\n#!/bin/sh\n", "the script does not begin with \"#!\"; make its first line e.g. \"#!/bin/sh\""),
      ("#!\nexit 0\n", "the script's first line names no interpreter"),
      ("#!/no/such -x\n", "the script's interpreter \"/no/such\" does not exist"),
      (
        "#!/bin/sh\r\n",
        "the script's interpreter \"/bin/sh\\r\" does not exist: its line ends in a carriage return, which has to go"
      ),
      ("#!/etc/passwd\n", "the script's interpreter \"/etc/passwd\" cannot be run: permission denied"),
      ("#!/etc\n", "the script's interpreter \"/etc\" cannot be run: permission denied"),
    ])
  func notExecutable(script: String, sentence: String) throws {
    #expect(try Self.run(script).end == .notStarted(sentence))
  }

  @Test("is ended at its time limit, and removed")
  func timeLimit() throws {
    let details = try Self.run("#!/bin/sh\necho \"$0\"\nexec sleep 1000\n", limit: .seconds(1))
    #expect(details.end == .timedOut)
    let path = String(ProgramTests.text(details).dropLast())
    #expect(path.hasPrefix("/") && !FileManager.default.fileExists(atPath: path))
  }

  @Test("goes to the next place where the first takes no file")
  func places() throws {
    let shown = try Self.run("#!/bin/sh\necho \"$0\"\n", places: ["/proc/none", "/dev/null", "/tmp"])
    #expect(ProgramTests.text(shown).hasPrefix("/tmp/script-"))
  }

  @Test("that no place takes is an error")
  func noPlace() {
    #expect { try Self.run("#!/bin/sh\n", places: ["/proc/none"]) } throws: {
      "\($0)".hasSuffix(": no such file or directory") && "\($0)".hasPrefix("make directory /proc/none/script-")
    }
  }

  @Test("runs from a place that may not execute files", .enabled(if: ScratchMount.isPossible))
  func noExec() throws {
    let mount = try ScratchMount("noexec")
    let shown = try Self.run("#! /bin/cat -A\nx\n", places: [mount.path])
    #expect(ProgramTests.text(shown) == "#! /bin/cat -A$\nx$\n")
    let refused = try Self.run("x\n", places: [mount.path])
    #expect(
      refused.end == .notStarted("the script does not begin with \"#!\"; make its first line e.g. \"#!/bin/sh\""))
  }
}
