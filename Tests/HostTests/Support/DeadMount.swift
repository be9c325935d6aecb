import Core
import Glibc

@testable import Host

/// A mount whose server never answers, as that of a dead NFS server: FUSE without a program behind it. Needs root.
final class DeadMount {
  let path: String
  private let directory: ScratchRoot
  private let device: Int32

  static var isPossible: Bool {
    do {
      _ = try DeadMount()
      return true
    } catch {
      return false
    }
  }

  init() throws {
    directory = try ScratchRoot()
    path = "\(directory.path)/dead"
    try directory.makeDirectory("dead")
    device = try SystemCall.run { open("/dev/fuse", O_RDWR | O_CLOEXEC) }
    let options = "fd=\(device),rootmode=40000,user_id=0,group_id=0"
    let path = path
    do {
      try SystemCall.run { mount("dead", path, "fuse", 0, options) }
    } catch {
      close(device)
      throw error
    }
  }

  deinit {
    umount2(path, Int32(MNT_DETACH))
    // Whoever still waits for an answer gets an error now.
    close(device)
  }
}
