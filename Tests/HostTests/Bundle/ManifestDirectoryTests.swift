import Core
import Foundation
import Testing

@testable import Host

struct ManifestDirectoryTests {
  private let root: ScratchRoot

  init() throws {
    root = try ScratchRoot()
    try root.write("app/app.yaml", "")
    try root.write("app/checks.sh", "inside")
    try root.write("app/sub/a file%20", "deep")
    try root.write("secret", "outside")
    try root.link("app/good", to: "sub/../checks.sh")
    try root.link("app/up", to: "../secret")
    try root.link("app/absolute", to: "\(root.path)/app/checks.sh")
    try root.link("app/parent", to: "..")
    try root.link("app/loop", to: "loop")
  }

  private func read(_ path: String, reach: BundleReach = .directory) -> String {
    do throws(HostError) {
      let directory = try ManifestDirectory(ofManifest: "\(root.path)/app/app.yaml", reach: reach)
      return String(decoding: try directory.read(path), as: UTF8.self)
    } catch {
      return error.description.replacingOccurrences(of: root.path, with: "ROOT")
    }
  }

  @Test(
    "paths count from the manifest's directory and do not leave it",
    arguments: [
      ("checks.sh", "inside"), ("./sub/../checks.sh", "inside"), ("good", "inside"), ("sub/a file%20", "deep"),
      ("none", "read none: no such file or directory"), ("checks.sh/x", "read checks.sh/x: not a directory"),
      ("sub", "read sub: it is a directory, not a file"), (".", "read .: it is a directory, not a file"),
      ("loop", "read loop: too many levels of symbolic links"),
      ("../secret", "read ../secret: it is not below the manifest's directory; --allow-outside takes it all the same"),
      (
        "/etc/passwd",
        "read /etc/passwd: it is not below the manifest's directory; --allow-outside takes it all the same"
      ),
      ("up", "read up: it is not below the manifest's directory; --allow-outside takes it all the same"),
      ("absolute", "read absolute: it is not below the manifest's directory; --allow-outside takes it all the same"),
      (
        "parent/secret",
        "read parent/secret: it is not below the manifest's directory; --allow-outside takes it all the same"
      ),
      ("checks.sh\0.png", "read checks.sh\\u{0}.png: no such file or directory"),
    ])
  func confined(path: String, wanted: String) {
    #expect(read(path) == wanted)
  }

  @Test(
    "with --allow-outside they may",
    arguments: [
      ("checks.sh", "inside"), ("../secret", "outside"), ("up", "outside"), ("absolute", "inside"),
      ("parent/secret", "outside"), ("/dev/null", "read /dev/null: it is a character device, not a file"),
    ])
  func free(path: String, wanted: String) {
    #expect(read(path, reach: .anywhere) == wanted)
    #expect(read("\(root.path)/secret", reach: .anywhere) == "outside")
  }

  @Test("a walk step by step, for kernels without openat2, draws the same line as the kernel's")
  func stepwise() throws {
    let directory = try SystemCall.run { open("\(root.path)/app", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(directory) }
    for path in [
      "checks.sh", "sub/../good", "..", "../secret", "/etc/passwd", "up", "absolute", "parent/secret", "sub/../..",
      "loop",
      "none", "sub",
    ] {
      let ends = [PathWalker.kernel, .stepwise].map { walker -> Errno? in
        do throws(Errno) {
          close(try walker.open(path, O_RDONLY | O_CLOEXEC, mode: 0, in: directory, boundary: .refusing))
          return nil
        } catch {
          return error
        }
      }
      #expect(ends[0] == ends[1], "\(path)")
    }
  }

  @Test("nobody waits for the other end of a pipe, and what is too large is refused")
  func odd() throws {
    mkfifo("\(root.path)/app/pipe", 0o600)
    #expect(read("pipe") == "read pipe: it is a FIFO, not a file")
    try root.write("app/large", "")
    truncate("\(root.path)/app/large", off_t(Limits.referenceBytes + 1))
    #expect(read("large") == "read large: larger than 16 MiB, the most that is put into a manifest")
  }
}
