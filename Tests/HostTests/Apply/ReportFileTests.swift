import Core
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Host

@Suite("The files of the last reports")
struct ReportFileTests {
  @Test("each kind has a file of its own, for root alone, and no other is left")
  func kinds() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    for kind in ReportKind.allCases {
      #expect(try ReportFile.read(kind, in: root) == nil)
      try ReportFile.write(Array("\(kind) before".utf8), as: kind, in: root)
      try ReportFile.write(Array(kind.rawValue.utf8), as: kind, in: root)
    }
    for kind in ReportKind.allCases { #expect(try ReportFile.read(kind, in: root) == Array(kind.rawValue.utf8)) }
    #expect(
      try scratch.tree() == ["run", "run/bringup", "run/bringup/preflight.json", "run/bringup/report.json"])
    #expect(scratch.mode("run/bringup") == 0o700)
    #expect(scratch.mode("run/bringup/preflight.json") == 0o600)
  }

  @Test("the newest is the one that was written last, whatever its kind", arguments: ReportKind.allCases)
  func newest(kind: ReportKind) throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    #expect(try ReportFile.newest(in: root) == nil)
    for each in ReportKind.allCases { try ReportFile.write([], as: each, in: root) }
    let later = [timespec(tv_sec: 4_000_000_000, tv_nsec: 2), timespec(tv_sec: 4_000_000_000, tv_nsec: 2)]
    let earlier = [timespec(tv_sec: 4_000_000_000, tv_nsec: 1), timespec(tv_sec: 4_000_000_000, tv_nsec: 1)]
    for each in ReportKind.allCases {
      #expect(utimensat(AT_FDCWD, scratch.path + ReportFile.path(each), each == kind ? later : earlier, 0) == 0)
    }
    #expect(try ReportFile.newest(in: root) == kind)
  }

  @Test("a writer waits for another to be done, and then is the last")
  func waits() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    try ReportFile.write([1], as: .preflight, in: root)
    let holder = try root.openDirectory(ReportFile.directory).release()
    #expect(flock(holder, LOCK_EX) == 0)
    let found = Mutex<[UInt8]?>(nil)
    let path = scratch.path + ReportFile.path(.preflight)
    Thread {
      usleep(50_000)
      let bytes = FileManager.default.contents(atPath: path).map { Array($0) }
      found.withLock { $0 = bytes }
      close(holder)
    }.start()
    try ReportFile.write([2], as: .preflight, in: root)
    #expect(found.withLock { $0 } == [1])
    #expect(try ReportFile.read(.preflight, in: root) == [2])
  }

  @Test("a link in the place of a report is replaced, not followed")
  func link() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    try scratch.write("etc/x", "old", mode: 0o600)
    try scratch.write("run/bringup/other", "", mode: 0o600)
    for name in ["preflight.json", "report.json.new"] {
      #expect(symlink("/etc/x", "\(scratch.path)/run/bringup/\(name)") == 0)
    }
    try ReportFile.write([1], as: .preflight, in: root)
    #expect(try ReportFile.read(.preflight, in: root) == [1])
    #expect(throws: HostError.self) { try ReportFile.write([1], as: .apply, in: root) }
    #expect(try scratch.text("etc/x") == "old")
  }
}
