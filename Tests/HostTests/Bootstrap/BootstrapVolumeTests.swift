import Core
import Glibc
import Testing

@testable import Host

@Suite("A bootstrap volume")
struct BootstrapVolumeTests {
  private let root: ScratchRoot

  init() throws { root = try ScratchRoot() }

  /// A volume as kubelet lays it out.
  private func configMap(_ files: [(name: String, text: String)], state: String = "..2026_1") throws {
    for (name, text) in files {
      try root.write("\(state)/\(name)", text)
      if !root.exists(name) { try root.link(name, to: "..data/\(name)") }
    }
    if root.exists("..data") { try root.remove("..data") }
    try root.link("..data", to: state)
  }

  private func run(_ words: String..., environment: Environment = ["PATH": "/usr/bin:/bin"]) throws -> VolumeResult {
    let line = ["bootstrap", "--role", "worker", "--volume", root.path] + words + ["--", "true"]
    guard case .bootstrap(let options) = try Invocation(line) else { throw HostError("run", said: "no bootstrap") }
    let log = FileDescriptor(owning: open("/dev/null", O_WRONLY | O_CLOEXEC))
    let conditions = BootstrapVolume.Conditions(
      options, environment: environment, log: log.number, interrupt: try Interrupt())
    return try BootstrapVolume(options.volumes[0]).run(conditions) { _ in }
  }

  private func output(_ result: VolumeResult) -> String { result.run.map(ProgramTests.text) ?? "" }

  @Test(
    "has its script run by the interpreter it names, without the run bit",
    arguments: [
      ("echo $# $1 $0", "1 worker ROOT/bootstrap.sh\n"),
      ("#!/bin/sh -u\necho $-", "u\n"),
      ("#!/usr/bin/env -S bash -e\necho ${BASH_VERSION:+bash} $-", "bash ehB\n"),
      ("#!/bin/echo an argument", "an argument ROOT/bootstrap.sh worker\n"),
      ("pwd", "ROOT\n"), ("cat x", "beside it\n"), ("", ""),
    ])
  func script(text: String, shown: String) throws {
    try root.write("bootstrap.sh", text)
    try root.write("x", "beside it\n")
    let result = try run()
    guard case .ran = result.outcome else { throw HostError("run", said: result.line) }
    #expect(output(result).replacing(root.path, with: "ROOT") == shown)
    #expect(result.directory == root.path)
    #expect(result.note == nil)
  }

  @Test("that changes as a whole is copied for its script, with its modes, and the copy is removed")
  func copied() throws {
    try configMap([("bootstrap.sh", "pwd; cat x d/y; ./tool; stat -c %a tool x"), ("x", "x\n")])
    try root.write("..2026_1/d/y", "y\n")
    try root.write("..2026_1/tool", "#!/bin/sh\necho tool\n", mode: 0o755)
    let result = try run()
    let directory = try #require(result.directory)
    #expect(output(result) == "\(directory)\nx\ny\ntool\n755\n644\n")
    #expect(directory.hasPrefix("/run/bringup-"))
    #expect(access(directory, F_OK) == -1)
  }

  @Test("that is no small tree of files has its script run in the state itself")
  func inPlace() throws {
    try configMap([("bootstrap.sh", "pwd")])
    #expect(mkfifo("\(root.path)/..2026_1/fifo", 0o600) == 0)
    #expect(output(try run()) == "\(root.path)/..2026_1\n")
  }

  @Test("that changed while its script ran says so")
  func changed() throws {
    let volume = root.path
    try configMap([
      (
        "bootstrap.sh",
        "mkdir \(volume)/..2; ln -s ..2 \(volume)/t; mv -T \(volume)/t \(volume)/..data; rm -r \(volume)/..2026_1; cat x"
      ), ("x", "old\n"),
    ])
    let result = try run()
    #expect(output(result) == "old\n")
    #expect(result.note == "the volume was updated meanwhile; the script ran on what was there before")
  }

  @Test("without a script is noted, or fails where one is required")
  func none() throws {
    guard case .noScript = try run().outcome else { throw HostError("run", said: "not noted") }
    #expect(try run("--require").failure == "there is none (--require)")
    try configMap([("other", "")])
    guard case .noScript = try run().outcome else { throw HostError("run", said: "not noted") }
  }

  @Test(
    "whose script cannot be run says why",
    arguments: [
      ("#!/no/such\n", "the script's interpreter \"/no/such\" does not exist"),
      ("#! \n", "run: its first line names no interpreter"),
      ("exit 7", "ended with status 7"), ("kill -9 $$", "ended by signal 9"),
    ])
  func failure(text: String, why: String) throws {
    try root.write("bootstrap.sh", text)
    #expect(try run().failure == why)
  }

  @Test("whose script is no file says so")
  func noFile() throws {
    try root.makeDirectory("bootstrap.sh")
    #expect(try run().failure == "run: it is a directory")
    try root.remove("bootstrap.sh")
    try root.link("bootstrap.sh", to: "nowhere")
    #expect(try run().failure == "open bootstrap.sh: no such file or directory")
    try root.remove("bootstrap.sh")
    #expect(mkfifo("\(root.path)/bootstrap.sh", 0o600) == 0)
    #expect(try run().failure == "run: it is a FIFO")
  }

  @Test("whose script is too large is not run")
  func tooLarge() throws {
    try root.write("bootstrap.sh", "echo never")
    #expect(truncate("\(root.path)/bootstrap.sh", Limits.bootstrapScriptBytes + 1) == 0)
    #expect(try run().failure == "run: it has 67108865 bytes; at most 67108864 are run")
  }

  @Test("has its script ended at the time limit")
  func timeLimit() throws {
    try root.write("bootstrap.sh", "exec sleep 1000")
    #expect(try run("--timeout", "100ms").failure == "ended at its time limit (--timeout)")
  }

  @Test("that is not there, or is no directory, is an error", arguments: ["none", "file"])
  func missing(name: String) throws {
    try root.write("file", "")
    let path = try PathArgument("\(root.path)/\(name)")
    let error = #expect(throws: HostError.self) { _ = try BootstrapVolume(path) }
    #expect(error?.operation == "open volume")
  }
}
