/// The mounts that a process sees, from `/proc/PID/mountinfo` (proc(5)).
///
/// `36 35 98:0 /a /mnt/my\040disk rw,noatime shared:1 - ext3 /dev/sda rw,errors=continue` is mount 36 in mount 35: an `ext3` at
/// `/mnt/my disk` that may be written to.
package struct MountInfo: Sendable {
  /// The first line that is none of mountinfo, counted from 1. One lost mount could make any answer wrong.
  package struct Malformed: Swift.Error, Hashable, Sendable {
    package let line: Int
  }

  /// In the order of the file.
  package let mounts: [Mount]

  package init(_ text: [UInt8]) throws(Malformed) {
    var mounts: [Mount] = []
    for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      // What follows the last line break.
      if line.isEmpty, line.endIndex == text.endIndex { continue }
      guard let mount = Mount(line: line) else { throw Malformed(line: index + 1) }
      mounts.append(mount)
    }
    self.mounts = mounts
  }

  /// The mount that the kernel calls `id` (statx(2), `stx_mnt_id`).
  package func mount(id: UInt64) -> Mount? {
    mounts.last { $0.id == id }
  }

  /// The mount that holds `path`, an absolute path without `.`, `..` or symbolic links; nil where there is none.
  ///
  /// Goes down from mount to mount as the kernel does: a mount over another hides it, and hides what is mounted below it, too.
  package func mount(holding path: [UInt8]) -> Mount? {
    let ids = Set(mounts.map(\.id))
    // What the way down may lead over, by the mount it is in; nil for the root of the tree, whose own parent is itself or is
    // outside of what this process sees.
    var next: [UInt64?: [Mount]] = [:]
    for mount in mounts where mount.holds(path) {
      let isRoot = mount.parent == mount.id || !ids.contains(mount.parent)
      next[isRoot ? nil : mount.parent, default: []].append(mount)
    }
    var holder: Mount?
    // Taken out, so that parents that go in a circle come to an end.
    while let mount = MountInfo.nearest(next.removeValue(forKey: holder?.id) ?? []) { holder = mount }
    return holder
  }

  /// The one that is first on the way down; of several at one point, the last.
  private static func nearest(_ mounts: [Mount]) -> Mount? {
    mounts.reduce(nil) { best, mount in
      guard let best, best.point.count < mount.point.count else { return mount }
      return best
    }
  }
}
