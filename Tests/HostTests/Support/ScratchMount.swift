import Core
import Foundation

@testable import Host

/// A file system mounted `noexec` for one test; needs root.
final class NoExecMount {
  let path: String

  static var isPossible: Bool {
    do {
      _ = try NoExecMount()
      return true
    } catch {
      return false
    }
  }

  init() throws {
    path = "\(NSTemporaryDirectory())noexec-\(try Random.token())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let details = try NoExecMount.run("/bin/mount", "-t", "tmpfs", "-o", "noexec", "none", path)
    guard details.end == .exited(0) else { throw HostError("mount", path, .notPermitted) }
  }

  deinit {
    _ = try? NoExecMount.run("/bin/umount", "-l", path)
    rmdir(path)
  }

  private static func run(_ path: String, _ arguments: String...) throws -> CommandDetails {
    var program = Program(path, environment: .current(), timeLimit: .seconds(10))
    program.arguments = arguments
    return try program.run()
  }
}
