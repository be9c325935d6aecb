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
    // The root of the tree: its parent is outside of what this process sees, or itself.
    var rest = mounts.filter { $0.holds(path) }
    var holder: Mount?
    // Each step takes a mount away, so that parents that go in a circle come to an end.
    while let index = MountInfo.nearest(
      in: rest,
      { mount in
        guard let holder else { return mount.parent == mount.id || !ids.contains(mount.parent) }
        return mount.parent == holder.id
      })
    {
      holder = rest.remove(at: index)
    }
    return holder
  }

  /// The one that is first on the way down; of several at one point, the last.
  private static func nearest(in mounts: [Mount], _ isNext: (Mount) -> Bool) -> Int? {
    var found: Int?
    for (index, mount) in mounts.enumerated() where isNext(mount) {
      if let best = found, mounts[best].point.count < mount.point.count { continue }
      found = index
    }
    return found
  }
}
