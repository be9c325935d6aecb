internal import CLinux
internal import Core
internal import Glibc

extension DeviceCreation {
  /// Of this process.
  static func read(_ table: inout MountTable) -> Reading<DeviceCreation> {
    let source = "/proc/self/status"
    do throws(HostError) {
      let status = try KernelFile.read(source)
      let map = try KernelFile.read("/proc/self/uid_map")
      guard let creation = DeviceCreation(status: status, idMap: map, rules: try rules(&table)) else {
        return .unreadable(Evidence(source: source, text: "no capabilities in it"))
      }
      return .known(creation, Evidence(source: source, text: "CapEff"))
    } catch {
      return .unreadable(Evidence(source: source, text: error.description))
    }
  }

  /// Nil where no device control group of version 1 can be seen.
  private static func rules(_ table: inout MountTable) throws(HostError) -> DeviceRules? {
    guard let mounts = table.all.value?.mounts, let directory = try directory(among: mounts) else { return nil }
    return try rules(at: "\(directory)/devices.list")
  }

  /// That of this process's group.
  private static func directory(among mounts: [Mount]) throws(HostError) -> String? {
    let groups = ControlGroups(try KernelFile.read("/proc/self/cgroup"))
    guard let group = groups.membership(of: .devices), group.version == .one else { return nil }
    return group.directories(of: .devices, among: mounts)?.first.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func rules(at path: String) throws(HostError) -> DeviceRules? {
    do throws(HostError) {
      return DeviceRules(try KernelFile.read(path))
    } catch {
      if error.errno == .noEntry || error.errno == .accessDenied { return nil }
      throw error
    }
  }
}

/// Files in which the kernel tells of this process.
enum KernelFile {
  static func read(_ path: String) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      let number = try SystemCall.run { clinux_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0) }
      return try FileDescriptor(owning: number).readToEnd(limit: Limits.mountInfoBytes)
    } catch {
      throw HostError("read", path, error)
    }
  }
}
