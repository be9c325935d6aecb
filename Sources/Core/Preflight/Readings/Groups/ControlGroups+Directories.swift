extension ControlGroups.Membership {
  /// The directory of the group and those of the groups above it that can be seen, innermost first; nil where its hierarchy
  /// is not mounted here, or only a part that the group is not in.
  ///
  /// The group `/docker/1f` is at `/sys/fs/cgroup/docker/1f` where the hierarchy's root is mounted at `/sys/fs/cgroup`, and at
  /// `/sys/fs/cgroup` itself where `/docker/1f` is mounted there, as in a container.
  package func directories(of controller: ControlGroups.Controller, among mounts: [Mount]) -> [[UInt8]]? {
    var best: (mount: Mount, rest: ArraySlice<UInt8>)?
    for mount in mounts where isHierarchy(mount, of: controller) {
      guard let rest = rest(below: mount.root) else { continue }
      // The widest view shows the most groups above; of two that are alike the later one covers the other.
      if let best, best.mount.root.count < mount.root.count { continue }
      best = (mount, rest)
    }
    guard let best else { return nil }
    let names = best.rest.split(separator: UInt8(ascii: "/"))
    return (0...names.count).reversed().map { depth in
      Array(([best.mount.point[...]] + names.prefix(depth)).joined(separator: [UInt8(ascii: "/")]))
    }
  }

  private func isHierarchy(_ mount: Mount, of controller: ControlGroups.Controller) -> Bool {
    switch version {
    case .one: mount.type == "cgroup" && mount.superOptions.contains(controller.rawValue)
    case .two: mount.type == "cgroup2"
    }
  }

  /// The path from the group `ancestor` to this one; nil where it is not at or below it.
  private func rest(below ancestor: [UInt8]) -> ArraySlice<UInt8>? {
    let isRoot = ancestor == [UInt8(ascii: "/")]
    guard isRoot || path.starts(with: ancestor) else { return nil }
    let rest = isRoot ? path[...] : path.dropFirst(ancestor.count)
    guard rest.isEmpty || rest.first == UInt8(ascii: "/") else { return nil }
    // `/../a` is a group beside the root of this process's namespace: no directory below a mount leads there.
    return rest.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) } ? nil : rest
  }
}
