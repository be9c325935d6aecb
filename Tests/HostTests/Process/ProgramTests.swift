import CLinux
import Core
import Glibc
import Testing

@testable import Host

@Suite("A program")
struct ProgramTests {
  static func shell(_ script: String, limit: Duration = .seconds(60)) -> Program {
    var program = Program("/bin/sh", environment: ["PATH": "/usr/bin:/bin", "A": "b"], timeLimit: limit)
    program.arguments = ["-c", script]
    program.grace = .milliseconds(100)
    return program
  }

  static func text(_ details: CommandDetails) -> String {
    String(decoding: details.output, as: UTF8.self)
  }

  @Test(
    "tells how it ended",
    arguments: [
      ("exit 0", CommandDetails.End.exited(0)),
      ("exit 7", .exited(7)),
      ("kill -USR1 $$", .signalled(SIGUSR1)),
      ("kill -KILL $$", .signalled(SIGKILL)),
      // Ignored in this process.
      ("kill -PIPE $$", .signalled(SIGPIPE)),
      ("exec >&- 2>&-; exit 3", .exited(3)),
    ])
  func ending(script: String, end: CommandDetails.End) throws {
    signal(SIGPIPE, SIG_IGN)
    #expect(try Self.shell(script).run().end == end)
  }

  @Test(
    "starts in a state of its own",
    arguments: [
      ("output and error go to one place, in order", "echo a; echo b >&2; echo c", "a\nb\nc\n"),
      ("its standard input is empty", "cat; readlink /proc/self/fd/0", "/dev/null\n"),
      (
        "its variables are those it was given", "/usr/bin/env | grep -v -e ^PWD= -e ^_= | sort",
        "A=b\nPATH=/usr/bin:/bin\n"
      ),
      ("it is in the root directory", "pwd", "/\n"),
      ("its umask is 022", "umask", "0022\n"),
      (
        "it leads a session and a group",
        "read -r p c s pp group session r < /proc/$$/stat; echo $((group-$$)) $((session-$$))",
        "0 0\n"
      ),
      ("no signal is blocked", "grep SigBlk /proc/self/status", "SigBlk:\t0000000000000000\n"),
    ])
  func start(name: String, script: String, output: String) throws {
    #expect(Self.text(try Self.shell(script).run()) == output, "\(name)")
  }

  @Test("inherits no other descriptor")
  func descriptors() throws {
    let open = Glibc.open("/dev/null", O_RDONLY)
    defer { close(open) }
    #expect(Self.text(try Self.shell("[ -e /proc/self/fd/\(open) ] || echo closed").run()) == "closed\n")
  }

  @Test("runs in the directory it was given")
  func directory() throws {
    var program = Self.shell("pwd")
    program.directory = "/usr"
    #expect(Self.text(try program.run()) == "/usr\n")
  }

  @Test(
    "that the kernel refuses was not started",
    arguments: [
      ("/nonexistent", "/", "no such file or directory"),
      ("/etc/passwd", "/", "permission denied"),
      ("/usr", "/", "permission denied"),
      ("/bin/true", "/nonexistent", "no such file or directory"),
    ])
  func refused(path: String, directory: String, reason: String) throws {
    var program = Program(path, environment: [:], timeLimit: .seconds(1))
    program.directory = directory
    #expect(try program.run().end == .notStarted(reason))
  }

  @Test("is ended at its time limit")
  func timeLimit() throws {
    let details = try Self.shell("echo begun; sleep 1000", limit: .seconds(1)).run()
    #expect(details.end == .timedOut)
    #expect(Self.text(details) == "begun\n")
  }

  @Test("is asked to end before it is killed")
  func asked() throws {
    var program = Self.shell("trap 'echo asked; exit 0' TERM; while :; do sleep 0.01; done", limit: .seconds(1))
    program.grace = .seconds(20)
    let details = try program.run()
    #expect(details.end == .timedOut)
    // The shell tells of its `sleep`, too.
    #expect(Self.text(details).hasSuffix("asked\n"))
  }

  @Test(
    "is killed with its group where it does not end when asked to",
    arguments: [
      "trap '' TERM; echo $$; while :; do sleep 1000; done",
      "sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1000; done' & wait",
      "kill -STOP $$; echo unreachable",
      "trap '' TERM; echo $$; exec yes",
    ])
  func stubborn(script: String) throws {
    let details = try Self.shell(script, limit: .milliseconds(200)).run()
    #expect(details.end == .timedOut)
    if let process = Int32(Self.text(details).prefix { $0 != "\n" }) { #expect(Self.isGone(process)) }
  }

  @Test("does not hold up its caller by what it leaves behind")
  func leftBehind() throws {
    let details = try Self.shell("sleep 1000 & echo $!").run()
    #expect(details.end == .exited(0))
    let process = try #require(Int32(Self.text(details).dropLast()))
    #expect(kill(process, SIGKILL) == 0)
  }

  @Test("does not end what it leaves behind by no longer reading it")
  func leftTalking() throws {
    let root = try ScratchRoot()
    let file = "\(root.path)/file"
    let script = "(sleep 0.4; /bin/echo a && /bin/echo b && echo alive >\(file).new && mv \(file).new \(file)) &"
    let details = try Self.shell(script).run()
    #expect(details.end == .exited(0))
    try BootedNode.retry("what it left behind has ended") { access(file, F_OK) == 0 ? () : nil }
    #expect(try root.text("file") == "alive\n")
  }

  @Test("takes what it left behind along, where asked to")
  func survivors() throws {
    var program = Self.shell("sleep 1000 & echo $!")
    program.survivors = .die
    let process = try #require(Int32(Self.text(try program.run()).dropLast()))
    #expect(Self.isGone(process))
  }

  @Test("is no zombie afterwards")
  func reaped() throws {
    let process = try #require(Int32(Self.text(try Self.shell("echo $$").run()).dropLast()))
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test("has the last of its output kept, however much there is")
  func muchOutput() throws {
    let details = try Self.shell("yes | head -c 5000000; printf end").run()
    #expect(details.end == .exited(0))
    #expect(details.output.count == Limits.commandOutputBytes)
    #expect(Self.text(details).hasSuffix("y\nend"))
  }

  @Test("gets the very signal that interrupts it")
  func sameSignal() throws {
    let interrupt = try Interrupt()
    pthread_kill(pthread_self(), SIGHUP)
    let script = "trap 'echo hung up; exit 0' HUP; trap 'echo asked; exit 0' TERM; while :; do sleep 0.01; done"
    var program = Self.shell(script)
    program.grace = .seconds(20)
    let details = try program.run(until: interrupt)
    #expect(details.end == .interrupted(SIGHUP))
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGHUP)
    #expect(sigwaitinfo(&signals, nil) == SIGHUP)
  }

  @Test("is ended by an interrupt, and so is the next one")
  func interrupt() throws {
    let interrupt = try Interrupt()
    #expect(interrupt.signal == nil)
    pthread_kill(pthread_self(), SIGTERM)
    #expect(interrupt.signal == SIGTERM)
    for _ in 0..<2 {
      #expect(try Self.shell("sleep 1000").run(until: interrupt).end == .interrupted(SIGTERM))
    }
    // Taken here, or it would end the tests once the interrupt is let go.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    #expect(sigwaitinfo(&signals, nil) == SIGTERM)
    #expect(interrupt.signal == nil)
    #expect(try Self.shell("exit 4").run(until: interrupt).end == .exited(4))
  }

  /// Gone, or a zombie that init has not collected yet.
  static func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<100 {
      if kill(process, 0) == -1 && errno == ESRCH { return true }
      if let state = try? shell("read -r p c state r < /proc/\(process)/stat && echo $state").run(),
        text(state) == "Z\n"
      {
        return true
      }
      usleep(10_000)
    }
    return false
  }
}
