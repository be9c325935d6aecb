internal import Core

extension Probe {
  static func processorQuota(
    of directory: String, _ version: ControlGroups.Version, in root: borrowing Root
  ) throws(HostError) -> Level<Double>? {
    switch version {
    case .one:
      let path = "\(directory)/cpu.cfs_quota_us"
      guard let quota = try read(path, of: directory, in: root),
        let period = try read("\(directory)/cpu.cfs_period_us", of: directory, in: root)
      else { return nil }
      guard let limit = ProcessorQuota(quota: quota, period: period) else { throw notUnderstood(path, quota + period) }
      let text = "\(Evidence(source: path, found: quota).text) of \(Evidence(source: path, found: period).text)"
      return Level(value: limit.processors, evidence: Evidence(source: path, text: text))
    case .two:
      let path = "\(directory)/cpu.max"
      guard let text = try read(path, of: directory, in: root) else { return nil }
      guard let limit = ProcessorQuota(maximum: text) else { throw notUnderstood(path, text) }
      return Level(value: limit.processors, evidence: Evidence(source: path, found: text))
    }
  }

  static func memoryLimit(
    of directory: String, _ version: ControlGroups.Version, in root: borrowing Root
  ) throws(HostError) -> Level<ByteCount>? {
    let path =
      switch version {
      case .one: "\(directory)/memory.limit_in_bytes"
      case .two: "\(directory)/memory.max"
      }
    guard let text = try read(path, of: directory, in: root) else { return nil }
    guard let limit = MemoryLimit(text) else { throw notUnderstood(path, text) }
    return Level(value: limit.bytes, evidence: Evidence(source: path, found: text))
  }

  /// Nil where the group is there and has no such file: the root has none, nor has a group without the controller.
  private static func read(
    _ path: String, of directory: String, in root: borrowing Root
  ) throws(HostError) -> [UInt8]? {
    if let text = try root.readKernelFile(ifThere: path) { return text }
    do throws(Errno) {
      _ = try root.openDirectory(directory)
    } catch {
      throw HostError("read", path, error)
    }
    return nil
  }

  private static func notUnderstood(_ path: String, _ bytes: [UInt8]) -> HostError {
    HostError("read", path, said: Evidence.notUnderstood(path, bytes).text)
  }
}
