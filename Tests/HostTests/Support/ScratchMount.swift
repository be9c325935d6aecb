import CLinux
import Core
import Foundation

@testable import Host

/// An empty file system in memory, mounted for one test; needs root.
final class ScratchMount {
  let path: String

  static var isPossible: Bool {
    do {
      _ = try ScratchMount("rw")
      return true
    } catch {
      return false
    }
  }

  /// Whether its files have `user.*` attributes: Linux 6.6 and later.
  static var hasAttributes: Bool {
    do {
      let mount = try ScratchMount("rw")
      return setxattr(mount.path, "user.a", "b", 1, 0) == 0
    } catch {
      return false
    }
  }

  /// `options` are those of mount(8), such as `noexec`; `path` is made where it is not there.
  init(_ options: String, at path: String? = nil) throws {
    self.path = try path ?? "\(NSTemporaryDirectory())mount-\(Random.token())"
    try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
    let details = try ScratchMount.run("/bin/mount", "-t", "tmpfs", "-o", options, "none", self.path)
    guard details.end == .exited(0) else { throw HostError("mount", self.path, .notPermitted) }
  }

  /// Makes it read-only.
  func seal() throws {
    let details = try ScratchMount.run("/bin/mount", "-o", "remount,ro", path)
    guard details.end == .exited(0) else { throw HostError("remount", path, .notPermitted) }
  }

  deinit {
    _ = try? ScratchMount.run("/bin/umount", "-l", path)
    rmdir(path)
  }

  private static func run(_ path: String, _ arguments: String...) throws -> CommandDetails {
    var program = Program(path, environment: .current(), timeLimit: .seconds(10))
    program.arguments = arguments
    return try program.run()
  }
}
