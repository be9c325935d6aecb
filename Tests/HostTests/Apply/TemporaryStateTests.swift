import Core
import Glibc
import Testing

@testable import Host

@Suite("State where none can be kept")
struct TemporaryStateTests {
  @Test("is in the first place that takes it, for root's eyes, and goes with its value")
  func temporary() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("second")
    do {
      let state = try StateDirectory.temporary(in: ["\(scratch.path)/first", "\(scratch.path)/second"])
      try state.write("noted", Array("x".utf8))
      #expect(try state.read("noted") == Array("x".utf8))
      let made = try scratch.tree().filter { $0.hasPrefix("second/") }
      #expect(made.count == 2)
      #expect(scratch.mode(made[0]) == 0o700)
      #expect(scratch.mode(made[1]) == 0o600)
    }
    #expect(try scratch.tree() == ["second"])
  }

  @Test("is an error where no place takes it")
  func nowhere() {
    #expect(
      throws: HostError(
        "make directory",
        said: "neither /var/lib/bringup nor one of /nowhere/a, /nowhere/b can be written; mount an emptyDir at /tmp")
    ) { _ = try StateDirectory.temporary(in: ["/nowhere/a", "/nowhere/b"]) }
  }

  @Test("is the lasting one where that can be written")
  func lasting() throws {
    let scratch = try ScratchRoot()
    let state = try StateDirectory.openIfPossible(in: try Root(scratch.path))
    try state.write("noted", [])
    #expect(scratch.exists("var/lib/bringup/noted"))
  }

  @Test("is elsewhere where the root is read-only", .enabled(if: ScratchMount.isPossible))
  func sealed() throws {
    let mount = try ScratchMount("rw")
    try mount.seal()
    let state = try StateDirectory.openIfPossible(in: try Root(mount.path))
    try state.write("noted", Array("x".utf8))
    #expect(try state.read("noted") == Array("x".utf8))
    #expect(access("\(mount.path)/var", F_OK) != 0)
  }

  @Test("is an error where its place is taken by something else")
  func taken() throws {
    let scratch = try ScratchRoot()
    try scratch.write("var/lib", "a file")
    let root = try Root(scratch.path)
    #expect(throws: HostError("make directory", "/var/lib/bringup", .notADirectory)) {
      _ = try StateDirectory.openIfPossible(in: root)
    }
  }
}
