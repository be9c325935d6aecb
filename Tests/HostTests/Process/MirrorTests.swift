import Core
import Glibc
import Testing

@testable import Host

@Suite("A program's output that is mirrored")
struct MirrorTests {
  /// What comes out of the other end, and how the program ended. Left-behind processes have their own time: where `bytes`
  /// are said, these are waited for.
  private func mirrored(_ script: String, bytes: Int = 0) throws -> (String, CommandDetails) {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    var program = ProgramTests.shell(script)
    program.mirror = fileno(file)
    let details = try program.run()
    var text = [UInt8](repeating: 0, count: 8 << 20)
    let count = try BootedNode.retry("\(bytes) bytes did not come") {
      let count = pread(fileno(file), &text, text.count, 0)
      return count >= bytes ? count : nil
    }
    return (String(decoding: text.prefix(count), as: UTF8.self), details)
  }

  @Test(
    "is whole on both sides, and ends its last line only on the mirror's",
    arguments: [("echo a; echo b >&2", "a\nb\n", "a\nb\n"), ("printf 'a\\nb'", "a\nb\n", "a\nb"), (":", "", "")])
  func whole(script: String, mirror: String, kept: String) throws {
    let (text, details) = try mirrored(script)
    #expect(text == mirror)
    #expect(ProgramTests.text(details) == kept)
  }

  @Test("is whole on the mirror's side, however much there is")
  func much() throws {
    let (text, details) = try mirrored("yes | head -c 5000000; echo end")
    #expect(text.utf8.count == 5_000_004)
    #expect(details.output.count == Limits.commandOutputBytes)
  }

  @Test("goes on for what a program leaves behind")
  func leftBehind() throws {
    let (text, details) = try mirrored("echo first; (sleep 0.3; echo later) &", bytes: 12)
    #expect(details.end == .exited(0))
    #expect(text == "first\nlater\n")
  }

  @Test("does not keep a program from ending at its time limit, where nobody reads it")
  func stuck() throws {
    let pipe = try Pipe.open()
    var program = ProgramTests.shell("yes", limit: .milliseconds(300))
    program.mirror = pipe.writeEnd.number
    #expect(try program.run().end == .timedOut)
  }

  @Test("is whole on both sides, though its reader is late")
  func late() throws {
    let pipe = try Pipe.open()
    var program = ProgramTests.shell("yes | head -c 120000; printf end")
    program.mirror = pipe.writeEnd.number
    let details = try program.run()
    #expect(ProgramTests.text(details).hasSuffix("y\nend"))
    let mirrored = try pipe.intoReadEnd().readToEnd(limit: 1 << 20, until: .now + .seconds(60))
    #expect(mirrored.count == 120_004)
    #expect(mirrored.suffix(4) == Array("end\n".utf8)[...])
  }

  @Test("is lost, and no error, where the mirror is gone")
  func gone() throws {
    signal(SIGPIPE, SIG_IGN)
    var program = ProgramTests.shell("echo a; echo b")
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    program.mirror = ends[1]
    let details = try program.run()
    #expect(details.end == .exited(0))
    #expect(ProgramTests.text(details) == "a\nb\n")
  }
}
