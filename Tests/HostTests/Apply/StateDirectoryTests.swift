import Core
import Glibc
import Testing

@testable import Host

@Suite("The state directory")
struct StateDirectoryTests {
  private func prepared() throws -> ScratchRoot {
    let scratch = try ScratchRoot()
    try scratch.write("outside", "outside")
    _ = try StateDirectory.open(in: try Root(scratch.path))
    for name in ["linked", "linked.new"] { try scratch.link("var/lib/bringup/\(name)", to: "../../../outside") }
    return scratch
  }

  @Test("no link in it is followed, by which another file would be read or written")
  func links() throws {
    let scratch = try prepared()
    let state = try StateDirectory.open(in: try Root(scratch.path))
    #expect(throws: HostError("read", "/var/lib/bringup/linked", .tooManyLinks)) { try state.read("linked") }
    #expect(throws: HostError("write", "/var/lib/bringup/linked", .exists)) { try state.create("linked", [1]) }
    #expect(throws: HostError("list", "/var/lib/bringup/linked", .notADirectory)) { try state.list("linked") }
    // What is written takes the place of both links.
    try state.write("linked", [1])
    #expect(try state.read("linked") == [1])
    #expect(try scratch.text("outside") == "outside")
  }

  @Test("nothing is written that could not be read again")
  func tooLarge() throws {
    let scratch = try ScratchRoot()
    let state = try StateDirectory.open(in: try Root(scratch.path))
    try state.write("a", [1])
    #expect(throws: HostError.self) { try state.write("a", [UInt8](repeating: 0x20, count: Limits.stateBytes + 1)) }
    #expect(try state.read("a") == [1])
  }

  @Test("generations have names of digits, as many as a run gives, and are sorted by number")
  func generations() throws {
    let scratch = try ScratchRoot()
    let state = try StateDirectory.open(in: try Root(scratch.path))
    for name in ["", "/1", "/000010", "/000009", "/1000000", "/9223372036854775807", "/000011.new", "/abcdef"] {
      try state.makeDirectory("backup\(name)")
    }
    #expect(try Backup.generationNames(in: state) == ["000009", "000010", "1000000"])
  }

  @Test("files in it are root's alone, and go with what held them")
  func files() throws {
    let scratch = try ScratchRoot()
    let state = try StateDirectory.open(in: try Root(scratch.path))
    try state.write("a", [1])
    try state.makeDirectory("kept")
    try state.makeDirectory("kept")
    try state.create("kept/2", [2])
    try state.create("kept/10", [])
    #expect(scratch.mode("var/lib/bringup") == 0o700)
    #expect(scratch.mode("var/lib/bringup/kept") == 0o700)
    #expect(scratch.mode("var/lib/bringup/a") == 0o600)
    #expect(scratch.mode("var/lib/bringup/kept/2") == 0o600)
    #expect(try state.list("kept") == ["10", "2"])
    #expect(try state.list("gone") == [])
    #expect(try state.read("gone") == nil)
    try state.rename("a", to: "b")
    #expect(try state.read("b") == [1])
    try state.removeDirectory("kept")
    try state.removeDirectory("kept")
    try state.remove("b")
    try state.remove("b")
    #expect(scratch.exists("var/lib/bringup/kept") == false)
    #expect(scratch.exists("var/lib/bringup/b") == false)
  }

  @Test("the lock names its holder while it is held, and nobody afterwards")
  func lock() throws {
    let scratch = try ScratchRoot()
    let root = try Root(scratch.path)
    let state = try StateDirectory.open(in: root)
    let lock = try state.lock(waiting: 1)
    #expect(try scratch.text("var/lib/bringup/lock") == "\(getpid())\n")
    try state.conclude(lock, in: root)
    #expect(try scratch.text("var/lib/bringup/lock") == "")
  }
}
