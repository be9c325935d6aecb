import Core
import Glibc
import Testing

@testable import Host

@Suite("A scratch directory")
struct ScratchDirectoryTests {
  private let root: ScratchRoot

  init() throws { root = try ScratchRoot() }

  @Test("is private, and gone with all that is in it after use")
  func removed() throws {
    let names = try use { path in
      #expect(mkdir("\(path)/a", 0o700) == 0)
      #expect(mkdir("\(path)/a/b", 0o700) == 0)
      close(open("\(path)/a/b/file", O_CREAT | O_WRONLY, 0))
      #expect(symlink("/etc", "\(path)/a/link") == 0)
    }
    #expect(names.count == 1)
    #expect(try root.tree() == [])
  }

  @Test("leaves what somebody has mounted in it, and the mount", .enabled(if: ScratchMount.isPossible))
  func mounted() throws {
    var mount: ScratchMount?
    let names = try use { path in
      #expect(mkdir("\(path)/a", 0o700) == 0)
      mount = try ScratchMount("rw", at: "\(path)/a/mount")
      for file in ["a/file", "a/mount/file", "a/z", "z"] { close(open("\(path)/\(file)", O_CREAT | O_WRONLY, 0)) }
    }
    let path = try #require(mount?.path)
    #expect(access("\(path)/file", F_OK) == 0)
    mount = nil
    #expect(try root.tree().filter { $0.hasPrefix("\(names[0])/") } == ["\(names[0])/a"])
  }

  /// The names in the root while it is there.
  private func use(_ body: (String) throws -> Void) throws -> [String] {
    switch try ScratchDirectory.make(in: ["/proc/none", root.path], for: .programs) {
    case .none: return []
    case .some(let scratch):
      let names = try root.tree()
      #expect(names.map { root.mode($0) } == [0o700])
      try body(scratch.path)
      return names
    }
  }

  private func isMade(in places: [String], for use: ScratchDirectory.Use) throws -> Bool {
    switch try ScratchDirectory.make(in: places, for: use) {
    case .none: false
    case .some: true
    }
  }

  @Test("is nowhere where no place takes it")
  func nowhere() throws {
    #expect(try isMade(in: ["/proc/none", "/dev/null"], for: .data) == false)
  }

  @Test("for programs is not on a mount that may not execute them", .enabled(if: ScratchMount.isPossible))
  func noExec() throws {
    let mount = try ScratchMount("noexec")
    #expect(try isMade(in: [mount.path], for: .programs) == false)
    #expect(try isMade(in: [mount.path], for: .data))
  }
}
