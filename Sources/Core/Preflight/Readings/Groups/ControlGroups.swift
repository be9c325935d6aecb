/// Which control group of each hierarchy a process is in, from `/proc/PID/cgroup` (cgroups(7)).
///
/// `4:cpu,cpuacct:/docker/1f` and `0::/init.scope` are the group `/docker/1f` for `cpu`, whose hierarchy is of version 1, and
/// `/init.scope` for each controller that no other line names, in the one hierarchy of version 2.
package struct ControlGroups: Sendable {
  /// What limits a resource, or who may use it.
  package enum Controller: String, Sendable {
    case cpu
    case memory
    case devices
  }

  package enum Version: Sendable {
    case one
    case two
  }

  /// A group of one hierarchy.
  package struct Membership: Hashable, Sendable {
    package let version: Version
    /// From the root of the hierarchy, or of this process's part of it (cgroup_namespaces(7)). It need not be UTF-8.
    package let path: [UInt8]
    /// The line that tells it, as it was found.
    package let line: String
  }

  private var unified: Membership?
  private var byController: [Controller: Membership] = [:]

  /// Lines of another shape are passed over: they say nothing of a controller.
  package init(_ text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      // A group's name may hold colons.
      let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, fields[2].first == UInt8(ascii: "/") else { continue }
      let isUnified = fields[0].elementsEqual("0".utf8) && fields[1].isEmpty
      let membership = Membership(
        version: isUnified ? .two : .one, path: Array(fields[2]), line: String(decoding: line, as: UTF8.self))
      if isUnified { unified = membership }
      for name in fields[1].split(separator: UInt8(ascii: ",")) {
        guard let controller = Controller(rawValue: String(decoding: name, as: UTF8.self)) else { continue }
        byController[controller] = membership
      }
    }
  }

  /// The group that decides on `controller`'s resource; nil where the kernel has no such controller.
  package func membership(of controller: Controller) -> Membership? {
    byController[controller] ?? unified
  }
}
