import Core
import Foundation
import Glibc

@testable import Host

/// A control group of its own below that of this process, of whichever version this machine has; needs root.
final class ScratchControlGroup: Sendable {
  let path: String
  let version: ControlGroups.Version
  /// Outlives this one: a group that holds another cannot be removed.
  private let parent: ScratchControlGroup?

  static func isPossible(_ controller: ControlGroups.Controller) -> Bool {
    do {
      let group = try ScratchControlGroup(controller)
      return access("\(group.path)/\(group.limitFile(controller))", W_OK) == 0
    } catch {
      return false
    }
  }

  init(_ controller: ControlGroups.Controller) throws {
    let root = try Root("/")
    let groups = ControlGroups(try root.readKernelFile("/proc/self/cgroup"))
    let mounts = try MountInfo(try root.readKernelFile("/proc/self/mountinfo")).mounts
    guard let group = groups.membership(of: controller),
      let own = group.directories(of: controller, among: mounts)?.first
    else { throw HostError("find group of", controller.rawValue, .noEntry) }
    version = group.version
    parent = nil
    path = "\(String(decoding: own, as: UTF8.self))/bringup-\(try Random.token())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  init(below group: ScratchControlGroup) throws {
    version = group.version
    parent = group
    path = "\(group.path)/inner"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    // A group goes only once its processes have been reaped.
    for _ in 0..<500 {
      if rmdir(path) == 0 || errno != EBUSY { return }
      usleep(10_000)
    }
  }

  func limitFile(_ controller: ControlGroups.Controller) -> String {
    switch (controller, version) {
    case (.cpu, .one): "cpu.cfs_quota_us"
    case (.cpu, .two): "cpu.max"
    case (.memory, .one): "memory.limit_in_bytes"
    case (.memory, .two): "memory.max"
    case (.devices, .one): "devices.allow"
    // Rules of version 2 are programs, not text.
    case (.devices, .two): ""
    }
  }

  func set(_ file: String, _ text: String) throws {
    let number = try SystemCall.run { open("\(path)/\(file)", O_WRONLY | O_CLOEXEC) }
    try FileDescriptor(owning: number).write(Array(text.utf8))
  }

  /// Puts a process in, with all its threads.
  func add(_ process: pid_t) throws { try set("cgroup.procs", "\(process)") }
}
