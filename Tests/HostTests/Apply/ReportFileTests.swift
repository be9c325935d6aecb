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
    for kind in [ReportKind.preflight, .apply] {
      try ReportFile.write([1], as: kind, in: root)
      #expect(try ReportFile.read(kind, in: root) == [1])
    }
    #expect(try scratch.text("etc/x") == "old")
  }

  @Test("a file of two names in the place of a report is not written to, and a pipe not waited for")
  func otherNames() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    try scratch.write("etc/x", "old", mode: 0o644)
    try scratch.makeDirectory("run/bringup")
    #expect(Glibc.link("\(scratch.path)/etc/x", "\(scratch.path)/run/bringup/report.json.new") == 0)
    #expect(mkfifo("\(scratch.path)/run/bringup/preflight.json.new", 0o600) == 0)
    for kind in [ReportKind.preflight, .apply] { try ReportFile.write([1], as: kind, in: root) }
    #expect(try scratch.text("etc/x") == "old")
    #expect(scratch.mode("run/bringup/report.json") == 0o600)
    #expect(scratch.mode("run/bringup") == 0o700)
  }

  @Test("where something else than a file is, there is no report to read", arguments: [ReportKind.apply, .preflight])
  func noFile(kind: ReportKind) throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("run/bringup")
    #expect(mkfifo(scratch.path + ReportFile.path(kind), 0o600) == 0)
    let error = #expect(throws: HostError.self) { try ReportFile.read(kind, in: try Root(scratch.path)) }
    #expect(error?.errno == .invalid)
  }

  @Test("a directory that is another user's is not written to", .enabled(if: geteuid() == 0))
  func foreignDirectory() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("run/bringup")
    #expect(chown("\(scratch.path)/run/bringup", 1000, 1000) == 0)
    let error = #expect(throws: HostError.self) { try ReportFile.write([1], as: .apply, in: try Root(scratch.path)) }
    #expect(error?.errno == .accessDenied)
  }
}
