internal import Core
internal import Glibc

extension Probe {
  /// The least CPU time that a control group above `process` allows.
  static func processorQuota(of process: ObservedProcess, in root: borrowing Root) -> Reading<Double?> {
    tightest(.cpu, of: process, in: root) { (directory, version, root) throws(HostError) -> Level<Double>? in
      try processorQuota(of: directory, version, in: root)
    }
  }

  /// The least memory that a control group above `process` allows.
  static func memoryLimit(of process: ObservedProcess, in root: borrowing Root) -> Reading<ByteCount?> {
    tightest(.memory, of: process, in: root) { (directory, version, root) throws(HostError) -> Level<ByteCount>? in
      try memoryLimit(of: directory, version, in: root)
    }
  }

  /// What one group sets; no value is no limit.
  struct Level<Value: Sendable & Comparable> {
    let value: Value?
    let evidence: Evidence
  }

  /// The tightest of all groups from that of `process` up to the root, or to where its view ends: what is above a container
  /// cannot be seen from inside. `read` tells what the group of one directory sets; nil where it has no files for that, as the
  /// root has none.
  private static func tightest<Value: Sendable & Comparable>(
    _ controller: ControlGroups.Controller, of process: ObservedProcess, in root: borrowing Root,
    _ read: (String, ControlGroups.Version, borrowing Root) throws(HostError) -> Level<Value>?
  ) -> Reading<Value?> {
    Reading { () throws(HostError) -> Reading<Value?> in
      let file = "\(process.directory)/cgroup"
      guard let text = try groups(of: process, in: root), let group = ControlGroups(text).membership(of: controller)
      else { return .known(nil, Evidence(source: file, text: "no control group limits \(controller.rawValue)")) }
      let evidence = Evidence(source: file, found: Array(group.line.utf8))
      guard let directories = group.directories(of: controller, among: try mounts(of: process, in: root)) else {
        if group.path == [UInt8(ascii: "/")], try isInFirstNamespace(process, in: root) { return .known(nil, evidence) }
        return .unreadable(Evidence(source: file, text: "\(evidence.text), which is not mounted here"))
      }
      var levels: [Level<Value>] = []
      for directory in directories {
        let path = String(decoding: directory, as: UTF8.self)
        if let level = try read(path, group.version, root) { levels.append(level) }
      }
      let limits = levels.compactMap { level in level.value.map { ($0, level.evidence) } }
      guard let (value, source) = limits.min(by: { $0.0 < $1.0 }) else {
        return .known(nil, levels.first?.evidence ?? evidence)
      }
      return .known(value, source)
    }
  }

  /// Nil where the kernel has no control groups.
  private static func groups(of process: ObservedProcess, in root: borrowing Root) throws(HostError) -> [UInt8]? {
    let path = "\(process.directory)/cgroup"
    if let text = try root.readKernelFile(ifThere: path) { return text }
    // Without /proc nothing is known of the kernel.
    do throws(Errno) {
      _ = try root.openDirectory(process.directory)
    } catch {
      throw HostError("read", path, error)
    }
    return nil
  }

  private static func mounts(of process: ObservedProcess, in root: borrowing Root) throws(HostError) -> [Mount] {
    let path = "\(process.directory)/mountinfo"
    let text = try root.readKernelFile(path)
    do throws(MountInfo.Malformed) {
      return try MountInfo(text).mounts
    } catch {
      throw HostError("read", path, said: "line \(error.line) tells of no mount")
    }
  }

  /// Whether the root that `process` sees is the hierarchy's own, whose group has no limits (cgroup_namespaces(7)).
  private static func isInFirstNamespace(
    _ process: ObservedProcess, in root: borrowing Root
  ) throws(HostError) -> Bool {
    let path = "\(process.directory)/ns/cgroup"
    var buffer = [UInt8](repeating: 0, count: 64)
    do throws(Errno) {
      let directory = try root.openDirectory("\(process.directory)/ns")
      let number = directory.number
      let length = try SystemCall.run {
        buffer.withUnsafeMutableBytes { readlinkat(number, "cgroup", $0.baseAddress!, $0.count) }
      }
      // The first namespace of this kind has one number in every kernel (PROC_CGROUP_INIT_INO).
      return buffer.prefix(length).elementsEqual("cgroup:[4026531835]".utf8)
    } catch {
      // Before Linux 4.6 there was only one.
      if error == .noEntry { return true }
      throw HostError("read", path, error)
    }
  }
}
