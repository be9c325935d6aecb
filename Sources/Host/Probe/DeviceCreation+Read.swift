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
    guard let group = try group(), let mounts = table.all.value?.mounts,
      let mount = mounts.last(where: { $0.type == "cgroup" && $0.superOptions.contains("devices") })
    else { return nil }
    // What a container sees as `/` may be a group far down; the path is that of the root's.
    let isBelow = group.starts(with: mount.root) && mount.root != Array("/".utf8)
    let path = mount.point + (isBelow ? Array(group.dropFirst(mount.root.count)) : group) + "/devices.list".utf8
    do throws(HostError) {
      return DeviceRules(try KernelFile.read(String(decoding: path, as: UTF8.self)))
    } catch {
      if error.errno == .noEntry || error.errno == .accessDenied { return nil }
      throw error
    }
  }

  /// The path in `4:devices:/system.slice`.
  private static func group() throws(HostError) -> [UInt8]? {
    for line in try KernelFile.read("/proc/self/cgroup").split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let controllers = fields[1].split(separator: UInt8(ascii: ","))
      if controllers.contains(where: { $0.elementsEqual("devices".utf8) }) { return Array(fields[2]) }
    }
    return nil
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
