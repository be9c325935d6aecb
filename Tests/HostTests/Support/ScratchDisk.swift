import Core
import Foundation

@testable import Host

/// A file system on a disk image, mounted for one test; needs root and loop devices.
final class ScratchDisk {
  /// The mount point.
  let path: String
  private let directory: ScratchRoot

  static var isPossible: Bool {
    do {
      _ = try ScratchDisk("ext4", megabytes: 8)
      return true
    } catch {
      return false
    }
  }

  /// `name` is the mount point's. The image is sparse: it takes what is written to it.
  init(_ type: String, megabytes: Int, name: String = "disk", making options: [String] = [], mounting: String = "rw")
    throws
  {
    directory = try ScratchRoot()
    path = "\(directory.path)/\(name)"
    try directory.makeDirectory(name)
    let image = "\(directory.path)/image"
    try ScratchDisk.run("/usr/bin/truncate", "-s", "\(megabytes)M", image)
    try ScratchDisk.run("/sbin/mkfs.\(type)", ["-q"] + options + [image])
    try ScratchDisk.run("/bin/mount", "-o", "loop,\(mounting)", image, path)
  }

  deinit {
    try? ScratchDisk.run("/bin/umount", "-l", path)
  }

  static func run(_ path: String, _ arguments: String...) throws {
    try run(path, arguments)
  }

  static func run(_ path: String, _ arguments: [String]) throws {
    var program = Program(path, environment: .current(), timeLimit: .seconds(30))
    program.arguments = arguments
    let details = try program.run()
    guard details.end == .exited(0) else {
      throw HostError("run", path, said: String(decoding: details.output, as: UTF8.self))
    }
  }
}
