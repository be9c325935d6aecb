import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("A volume's fix", .enabled(if: ProcessIdentity.isRoot))
struct VolumeFixTests {
  let scratch: ScratchRoot
  static let origin = Origin(source: "app.yaml")

  init() throws {
    scratch = try ScratchRoot()
  }

  /// Path and change of each step, in a root of its own.
  func perform(_ steps: (String, FixStep.Change)...) throws -> [String] {
    let root = try Root(scratch.path)
    let steps = try steps.map { FixStep(path: try AbsolutePath($0.0), change: $0.1, origin: Self.origin) }
    return VolumeFix.perform(steps, in: root).map { fix in
      switch fix.outcome {
      case .done: "\(fix.path): \(fix.change)"
      case .failed(let why): "\(fix.path) failed: \(why)"
      }
    }
  }

  @Test("makes directories as they are asked for, whatever the umask")
  func directories() throws {
    let before = umask(0o077)
    defer { umask(before) }
    #expect(
      try perform(
        ("/a", .makeDirectory(uid: nil, gid: nil, mode: FileMode(0o2775))),
        ("/a/b", .makeDirectory(uid: 12, gid: 34, mode: FileMode(0o4700))),
        ("/a/c", .makeDirectory(uid: 12, gid: nil, mode: nil)))
        == [
          "/a: create the directory with mode 02775", "/a/b: create the directory with uid 12, gid 34, mode 04700",
          "/a/c: create the directory with uid 12",
        ])
    #expect(scratch.mode("a") == 0o2775)
    #expect(scratch.mode("a/b") == 0o4700)
    #expect(scratch.owner("a/b") == [12, 34])
    #expect(scratch.mode("a/c") == 0o755)
    #expect(scratch.owner("a/c") == [12, 0])
  }

  @Test("makes parents as mkdir does")
  func parents() throws {
    #expect(
      try perform(("/a", .makeParent), ("/a/b", .makeParent), ("/a/b/c", .makeDirectory(uid: nil, gid: nil, mode: nil)))
        .count == 3)
    for path in ["a", "a/b", "a/b/c"] {
      #expect(scratch.mode(path) == 0o755)
      #expect(scratch.owner(path) == [0, 0])
    }
  }

  @Test("sets what it is told, and nothing else")
  func corrections() throws {
    try scratch.write("d/file", "x", mode: 0o600)
    chmod("\(scratch.path)/d", 0o711)
    #expect(try perform(("/d", .setOwner(uid: nil, gid: 34))) == ["/d: set the owner to gid 34"])
    #expect(scratch.owner("d") == [0, 34])
    #expect(scratch.mode("d") == 0o711)
    #expect(try perform(("/d", .setOwner(uid: 12, gid: nil)), ("/d", .setMode(FileMode(0o1770)))).count == 2)
    #expect(scratch.owner("d") == [12, 34])
    #expect(scratch.mode("d") == 0o1770)
    #expect(scratch.owner("d/file") == [0, 0])
    #expect(scratch.mode("d/file") == 0o600)
  }

  @Test("leads nowhere out of its root, and follows links within")
  func links() throws {
    let outside = try ScratchRoot()
    try outside.makeDirectory("d")
    let mode = outside.mode("d")
    try scratch.link("out", to: "\(outside.path)/d")
    #expect(
      try perform(("/out", .setMode(FileMode(0o777)))) == [
        "/out failed: no such file or directory"
      ])
    #expect(
      try perform(("/out/x", .makeParent)) == ["/out/x failed: no such file or directory"])
    #expect(outside.mode("d") == mode)
    #expect(!outside.exists("d/x"))
    try scratch.makeDirectory("real")
    try scratch.link("in", to: "/real")
    #expect(try perform(("/in/x", .makeParent)) == ["/in/x: create the directory"])
    #expect(scratch.mode("real/x") == 0o755)
  }

  @Test("stops at what fails, and changes nothing that is no directory")
  func failures() throws {
    try scratch.write("file", "x", mode: 0o600)
    #expect(
      try perform(("/file", .setMode(FileMode(0o777))), ("/file", .setOwner(uid: 1, gid: 1)))
        == ["/file failed: not a directory"])
    #expect(scratch.mode("file") == 0o600)
    #expect(
      try perform(("/file", .makeParent), ("/file/x", .makeParent))
        == ["/file failed: file exists"])
    #expect(scratch.owner("file") == [0, 0])
    try scratch.makeDirectory("file2")
    #expect(
      try perform(("/file", .makeParent), ("/file2", .setMode(FileMode(0o700))))
        == ["/file failed: file exists", "/file2: set the mode to 0700"])
  }

  @Test("that cannot be made whole leaves nothing", .enabled(if: ScratchMount.isPossible))
  func readOnly() throws {
    let mount = try ScratchMount("ro", at: "\(scratch.path)/sealed")
    #expect(
      try perform(("/sealed/a", .makeDirectory(uid: 1, gid: 1, mode: nil)))
        == ["/sealed/a failed: read-only file system"])
    #expect(!FileManager.default.fileExists(atPath: "\(mount.path)/a"))
  }
}
