internal import CLinux
internal import Core
internal import Glibc

extension Reading<VolumeReading.Presence> {
  /// `path` as `status` at `candidate` has it, which is `path` itself or its nearest existing parent.
  static func found(_ status: FileStatus, at candidate: AbsolutePath, for path: AbsolutePath) -> Self {
    let isDirectory = status.kind == .directory
    let presence: VolumeReading.Presence =
      switch (candidate == path, isDirectory) {
      case (true, true): .directory(OwnershipReading(status))
      case (true, false): .other(status.kind.article)
      case (false, true): .missing(parent: candidate)
      case (false, false): .blocked(by: candidate)
      }
    let absence = candidate == path ? "" : "no such file or directory; "
    let text = "\(absence)\(candidate) is \(status.kind.article), \(OwnershipReading(status).evidence)"
    return .known(presence, Evidence(source: "stat \(path)", text: text))
  }

  /// `path` where `link`, itself or a parent of it, is a symbolic link to `target`, which is nothing.
  static func brokenLink(_ link: AbsolutePath, to target: [UInt8], for path: AbsolutePath) -> Self {
    let name = Printable.quote(String(decoding: target, as: UTF8.self))
    let text = "\(link) is a symbolic link to \(name), which does not exist"
    return .known(.brokenLink(link), Evidence(source: "stat \(path)", text: text))
  }
}

extension OwnershipReading {
  init(_ status: FileStatus) {
    self.init(uid: status.user, gid: status.group, mode: status.mode)
  }

  /// `uid 0, gid 6, mode 0660`
  var evidence: String { "uid \(uid), gid \(gid), mode \(mode)" }
}

extension SpaceReading {
  /// Where it makes no sense (no blocks at all, as of proc; more left than there is) it is unreadable.
  static func reading(_ raw: statfs, of path: AbsolutePath) -> Reading<SpaceReading> {
    // As statvfs(3) has it: a kernel that does not tell the fragment size counts in blocks.
    let unit = UInt64(raw.f_frsize > 0 ? raw.f_frsize : raw.f_bsize)
    let (total, free, available) = (UInt64(raw.f_blocks), UInt64(raw.f_bfree), UInt64(raw.f_bavail))
    let text = "f_frsize \(unit), f_blocks \(total), f_bfree \(free), f_bavail \(available)"
    let evidence = Evidence(source: "statfs \(path)", text: text)
    guard total > 0, free <= total, available <= total else { return .unreadable(evidence) }
    return .known(
      SpaceReading(total: bytes(total, unit), free: bytes(free, unit), available: bytes(available, unit)), evidence)
  }

  /// Network file systems count what is no number of bytes any more.
  private static func bytes(_ blocks: UInt64, _ unit: UInt64) -> ByteCount {
    let (product, overflowed) = blocks.multipliedReportingOverflow(by: unit)
    return ByteCount(overflowed ? .max : product)
  }
}
