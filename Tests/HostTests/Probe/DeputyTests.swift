import CLinux
import Core
import Glibc
import Testing

@testable import Host

@Suite("A deputy")
struct DeputyTests {
  @Test("makes the call and tells its result")
  func result() throws {
    let deputy = try Deputy(room: 4096, interrupt: nil)
    let length = try deputy.call(
      SYS_readlinkat, Int(AT_FDCWD), try deputy.text("/proc/self"), deputy.answer, deputy.room, within: .seconds(5))
    let process = try #require(pid_t(String(decoding: deputy.answer(bytes: length), as: UTF8.self)))
    #expect(process != getpid())
    #expect(getpgid(process) == process)
  }

  @Test("tells the kernel's refusal, and makes the next call")
  func refusal() throws {
    let deputy = try Deputy(room: 4096, interrupt: nil)
    let missing = try deputy.text("/no/such")
    #expect(throws: Deputy.Fault.refused(.noEntry)) {
      try deputy.call(SYS_statfs, missing, deputy.answer, within: .seconds(5))
    }
    #expect(throws: Deputy.Fault.refused(Errno(EFAULT))) { try deputy.call(SYS_statfs, 0, 0, within: .seconds(5)) }
    #expect(throws: Deputy.Fault.refused(Errno(ENAMETOOLONG))) {
      try deputy.text(String(repeating: "a", count: 20_000))
    }
    #expect(try deputy.call(SYS_getppid, within: .seconds(5)) == Int(getpid()))
  }

  @Test("holds nothing open but its line")
  func descriptors() throws {
    let deputy = try Deputy(room: 64 << 10, interrupt: nil)
    let flags = Int(O_RDONLY | O_DIRECTORY)
    let directory = try deputy.call(
      SYS_openat, Int(AT_FDCWD), try deputy.text("/proc/self/fd"), flags, within: .seconds(5))
    let count = try deputy.call(SYS_getdents64, directory, deputy.answer, deputy.room, within: .seconds(5))
    // The line, and the directory itself.
    #expect(DirectoryEntries.names(in: deputy.answer(bytes: count)).count == 2)
  }

  @Test("is gone when it is let go, even out of a call that never ends")
  func end() throws {
    var deputy: Deputy? = try Deputy(room: 4096, interrupt: nil)
    let process = pid_t(try #require(try deputy?.call(SYS_getpid, within: .seconds(5))))
    #expect(throws: Deputy.Fault.silent(.milliseconds(50))) { try deputy?.call(SYS_ppoll, within: .milliseconds(50)) }
    #expect(throws: Deputy.Fault.lost(nil)) { try deputy?.call(SYS_getpid, within: .seconds(5)) }
    deputy = nil
    // On a busy machine it may still be dying when the deputy gives up waiting.
    let isGone = (0..<500).contains { _ in
      if waitpid(process, nil, WNOHANG) != 0 { return true }
      usleep(10_000)
      return false
    }
    #expect(isGone)
  }

  @Test("that was killed is lost")
  func killed() throws {
    let deputy = try Deputy(room: 4096, interrupt: nil)
    let process = pid_t(try deputy.call(SYS_getpid, within: .seconds(5)))
    kill(process, SIGKILL)
    for _ in 0..<2 {
      #expect(throws: Deputy.Fault.lost(nil)) { try deputy.call(SYS_getpid, within: .seconds(5)) }
    }
  }

  @Test(
    "says why there is no answer",
    arguments: [
      (Deputy.Fault.refused(.noEntry), "no such file or directory"), (.silent(.seconds(5)), "no answer within 5 s"),
      (.interrupted(2), "ended because bringup was asked to end by signal 2"),
      (.lost(nil), "the process that asked was killed"),
      (.lost(.inputOutput), "the process that asks cannot be spoken to: input/output error"),
    ])
  func sentences(fault: Deputy.Fault, sentence: String) {
    #expect(fault.sentence == sentence)
  }
}
