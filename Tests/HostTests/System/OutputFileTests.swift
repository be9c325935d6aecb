import Core
import Foundation
import Glibc
import Testing

@testable import Host

struct OutputFileTests {
  private let root: ScratchRoot

  init() throws {
    root = try ScratchRoot()
    try root.write("app.yaml", "input")
  }

  /// Nil where it was written.
  private func write(_ name: String, patience: Duration = .seconds(60)) throws -> String? {
    let input = try ManifestFile.read("\(root.path)/app.yaml")
    do throws(HostError) {
      try OutputFile.write(Array("output".utf8), to: "\(root.path)/\(name)", butNot: input, patience: patience)
      return nil
    } catch {
      return error.description.replacingOccurrences(of: root.path, with: "ROOT")
    }
  }

  private var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() } }

  /// Nil where it was mended.
  private func mend(_ name: String, _ old: String) throws -> String? {
    do throws(HostError) {
      try OutputFile.mend("\(root.path)/\(name)", Array(old.utf8), with: Array("mended".utf8))
      return nil
    } catch {
      return error.description.replacingOccurrences(of: root.path, with: "ROOT")
    }
  }

  @Test("is written to where it has no name any more")
  func unlinked() throws {
    let path = "\(root.path)/gone"
    let number = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    defer { close(number) }
    #expect(Glibc.write(number, "much longer than that", 21) == 21)
    unlink(path)
    try OutputFile.write(Array("output".utf8), to: "/proc/self/fd/\(number)")
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = pread(number, &buffer, buffer.count, 0)
    #expect(String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self) == "output")
    #expect(try names == ["app.yaml"])
  }

  @Test("a mended file keeps its mode, and a link to it stays one")
  func mending() throws {
    try root.write("old", "old", mode: 0o640)
    try FileManager.default.createSymbolicLink(atPath: "\(root.path)/link", withDestinationPath: "old")
    #expect(try mend("link", "old") == nil)
    #expect(try root.text("old") == "mended")
    #expect(root.mode("old") == 0o640)
    #expect(try names == ["app.yaml", "link", "old"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(root.path)/link") == "old")
  }

  @Test("a file that was changed since it was read, or is none, is left alone")
  func changedMeanwhile() throws {
    try root.write("old", "other")
    #expect(try mend("old", "old") == "write ROOT/old: it was changed by somebody else meanwhile; try again")
    #expect(try root.text("old") == "other")
    #expect(try mend("none", "old") == "write ROOT/none: no such file or directory")
    #expect(try mend(".", "old") == "write ROOT/.: invalid argument")
    #expect(try names == ["app.yaml", "old"])
  }

  @Test("a new file has mode 0644; one that was there keeps its own")
  func mode() throws {
    #expect(try write("new") == nil)
    #expect(root.mode("new") == 0o644)
    try root.write("old", "old", mode: 0o600)
    let before = root.inode("old")
    #expect(try write("old") == nil)
    #expect(try root.text("old") == "output")
    #expect(root.mode("old") == 0o600)
    #expect(root.inode("old") != before)
    #expect(try names == ["app.yaml", "new", "old"])
  }

  @Test("a link stays, and what it leads to is replaced")
  func link() throws {
    try root.write("d/old", "old")
    try root.link("link", to: "d/old")
    #expect(try write("link") == nil)
    #expect(try root.text("d/old") == "output")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(root.path)/link") == "d/old")
  }

  @Test("a link to what is not there stays, and that is made")
  func danglingLink() throws {
    try root.makeDirectory("d")
    try root.link("link", to: "d/other")
    try root.link("d/other", to: "new")
    #expect(try write("link") == nil)
    #expect(try root.text("d/new") == "output")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(root.path)/link") == "d/other")
    try root.link("round", to: "round")
    #expect(try write("round") == "write ROOT/round: too many levels of symbolic links")
  }

  @Test("what a stranger has put into a directory for all is not used", .enabled(if: geteuid() == 0))
  func stranger() throws {
    try root.makeDirectory("tmp")
    #expect(chmod("\(root.path)/tmp", 0o1777) == 0)
    try root.write("victim", "old")
    try root.write("tmp/file", "old", mode: 0o666)
    try root.link("tmp/link", to: "../victim")
    #expect(mkfifo("\(root.path)/tmp/pipe", 0o666) == 0)
    for name in ["file", "link", "pipe"] {
      #expect(lchown("\(root.path)/tmp/\(name)", 1000, 1000) == 0)
      #expect(
        try write("tmp/\(name)")
          == "write ROOT/tmp/\(name): user 1000 has put it there, where everybody can; remove it, or write to another place"
      )
    }
    #expect(try root.text("victim") == "old")
    try root.link("tmp/own", to: "../victim")
    #expect(try write("tmp/own") == nil)
    #expect(try root.text("victim") == "output")
  }

  @Test("a device is written to")
  func device() throws {
    try root.link("null", to: "/dev/null")
    #expect(try write("null") == nil)
    try root.link("full", to: "/dev/full")
    #expect(try write("full") == "write ROOT/full: no space left on device")
  }

  @Test("a pipe is written to, at a reader's pace; one without a reader is not waited for")
  func pipe() throws {
    #expect(mkfifo("\(root.path)/pipe", 0o600) == 0)
    #expect(try write("pipe", patience: .milliseconds(20)) == "write ROOT/pipe: nobody reads what is written there")
    let path = "\(root.path)/pipe"
    // It comes after the shell's output was waited for, so that it is waited for itself.
    let reader = "(sleep 0.5; exec 3<\(path); sleep 0.2; cat <&3 >\(path).copy; mv \(path).copy \(path).end) &"
    _ = try ProgramTests.shell(reader).run()
    let bytes = [UInt8](repeating: 0x61, count: 200_000)
    try OutputFile.write(bytes, to: path)
    for _ in 0..<1000 where access("\(path).end", F_OK) != 0 { usleep(10_000) }
    #expect(try Data(contentsOf: URL(filePath: "\(path).end")) == Data(bytes))
  }

  @Test("the manifest itself is not replaced, by whatever name")
  func itself() throws {
    try root.link("link", to: "app.yaml")
    try FileManager.default.linkItem(atPath: "\(root.path)/app.yaml", toPath: "\(root.path)/hard")
    for name in ["app.yaml", "link", "hard", "./app.yaml"] {
      #expect(try write(name) == "write ROOT/\(name): it is the manifest itself; give the output another name")
    }
    #expect(try root.text("app.yaml") == "input")
  }

  @Test("where it cannot be written nothing stays behind")
  func refused() throws {
    try root.makeDirectory("d")
    #expect(try write("d") == "write ROOT/d: is a directory")
    #expect(try write("none/x") == "write ROOT/none/x: no such file or directory")
    #expect(try write("app.yaml/x") == "write ROOT/app.yaml/x: not a directory")
    #expect(try names == ["app.yaml", "d"])
  }

  @Test("a full file system leaves the old file and nothing else", .enabled(if: ScratchMount.isPossible))
  func full() throws {
    let mount = try ScratchMount("size=4k,mode=755")
    try Data("old".utf8).write(to: URL(filePath: "\(mount.path)/old"))
    let input = try ManifestFile.read("\(root.path)/app.yaml")
    let error = #expect(throws: HostError.self) {
      try OutputFile.write([UInt8](repeating: 0x61, count: 100_000), to: "\(mount.path)/old", butNot: input)
    }
    #expect(error?.errno == .noSpace)
    #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path) == ["old"])
    #expect(try String(contentsOf: URL(filePath: "\(mount.path)/old"), encoding: .utf8) == "old")
  }
}
