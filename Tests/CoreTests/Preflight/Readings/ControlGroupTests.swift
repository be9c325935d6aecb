import Testing

@testable import Core

@Suite("Control groups")
struct ControlGroupTests {
  static let mixed = "9:name=systemd:/\n4:memory:/pod/1\n1:cpu,cpuacct:/a:b\n0::/unified\n"

  @Test(
    "of a process are those of the hierarchy that has the controller",
    arguments: [
      (mixed, .cpu, .one, "/a:b"), (mixed, .memory, .one, "/pod/1"), ("0::/x\n", .cpu, .two, "/x"),
      ("4:memory:/m\n0::/x", .cpu, .two, "/x"), ("2:cpuset:/s\n0::/x\n", .cpu, .two, "/x"),
      ("1:memory,cpu:/both\n", .memory, .one, "/both"),
    ] as [(String, ControlGroups.Controller, ControlGroups.Version, String)])
  func membership(
    text: String, controller: ControlGroups.Controller, version: ControlGroups.Version, path: String
  ) throws {
    let membership = try #require(ControlGroups(Array(text.utf8)).membership(of: controller))
    #expect(membership.version == version)
    #expect(membership.path == Array(path.utf8))
    #expect(text.contains(membership.line))
  }

  @Test(
    "are none where no line tells of any",
    arguments: [
      "", "\n", "4:memory\n", "4:memory:\n", "4:memory:relative\n", ":::\n", "1:cpuset:/\n", "0:cpuset:/x\n", "1::/x\n",
    ])
  func none(text: String) {
    #expect(ControlGroups(Array(text.utf8)).membership(of: .cpu) == nil)
  }

  static let one = "31 23 0:30 ROOT POINT rw - cgroup cgroup rw,cpu,cpuacct"
  static let two = "31 23 0:30 ROOT POINT rw - cgroup2 cgroup2 rw,nsdelegate"

  static func mount(_ line: String, root: String, at point: String) -> String {
    line.replacing("ROOT", with: root).replacing("POINT", with: point)
  }

  static func directories(_ group: String, _ mounts: [String]) throws -> [String]? {
    let membership = try #require(ControlGroups(Array(group.utf8)).membership(of: .cpu))
    let mounts = try MountInfo(Array(mounts.joined(separator: "\n").utf8)).mounts
    return membership.directories(of: .cpu, among: mounts)?.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "are found where their hierarchy is mounted, with all above them that can be seen",
    arguments: [
      // A plain node.
      ("0::/a/b", [mount(two, root: "/", at: "/g")], ["/g/a/b", "/g/a", "/g"]),
      ("0::/", [mount(two, root: "/", at: "/g")], ["/g"]),
      ("1:cpu,cpuacct:/a", [mount(one, root: "/", at: "/c")], ["/c/a", "/c"]),
      // A container without a namespace of groups: its own group is what it sees as the root.
      ("0::/a/b", [mount(two, root: "/a/b", at: "/g")], ["/g"]),
      ("0::/a/b/c", [mount(two, root: "/a", at: "/g")], ["/g/b/c", "/g/b", "/g"]),
      // The wider view counts, and of two alike the later.
      ("0::/a", [mount(two, root: "/a", at: "/n"), mount(two, root: "/", at: "/w")], ["/w/a", "/w"]),
      ("0::/a", [mount(two, root: "/", at: "/w"), mount(two, root: "/a", at: "/n")], ["/w/a", "/w"]),
      ("0::/a", [mount(two, root: "/", at: "/1"), mount(two, root: "/", at: "/2")], ["/2/a", "/2"]),
      // Seen from a namespace, in a mount that was made outside of it.
      ("0::/../b", [mount(two, root: "/..", at: "/g")], ["/g/b", "/g"]),
      // Blanks are written as octal numbers in the one file and as they are in the other.
      ("0::/a b", [mount(two, root: "/a\\040b", at: "/my\\040g")], ["/my g"]),
    ])
  func found(group: String, mounts: [String], directories: [String]) throws {
    #expect(try Self.directories(group, mounts) == directories)
  }

  @Test(
    "are not found where it is not mounted, or only a part they are not in",
    arguments: [
      ("0::/a", []),
      ("0::/a", [mount(one, root: "/", at: "/c")]),
      ("1:cpu,cpuacct:/a", [mount(two, root: "/", at: "/g")]),
      ("1:cpu,cpuacct:/a", [mount(one, root: "/", at: "/c").replacing("rw,cpu,cpuacct", with: "rw,memory")]),
      ("0::/ab", [mount(two, root: "/a", at: "/g")]),
      ("0::/a", [mount(two, root: "/a/b", at: "/g")]),
      ("0::/", [mount(two, root: "/..", at: "/g")]),
      ("0::/../b", [mount(two, root: "/", at: "/g")]),
      ("0::/../../b", [mount(two, root: "/..", at: "/g")]),
    ] as [(String, [String])])
  func notFound(group: String, mounts: [String]) throws {
    #expect(try Self.directories(group, mounts) == nil)
  }

  @Test(
    "of version 2 set a quota or none",
    arguments: [("150000 100000\n", 1.5), ("max 100000\n", nil), ("1000 1000000", 0.001), ("0 100000", 0)])
  func maximum(text: String, processors: Double?) throws {
    #expect(try #require(ProcessorQuota(maximum: Array(text.utf8))).processors == processors)
  }

  @Test(
    "of version 2 set no quota that is not understood",
    arguments: ["", "max", "100000", "1 0", "-1 100000", "max max", "1 2 3", "1.5 1", "18446744073709551616 1"])
  func noMaximum(text: String) {
    #expect(ProcessorQuota(maximum: Array(text.utf8)) == nil)
  }

  @Test(
    "of version 1 set a quota or none",
    arguments: [("150000\n", "100000\n", 1.5), ("-1\n", "100000\n", nil), ("50000", "250000", 0.2)])
  func quota(quota: String, period: String, processors: Double?) throws {
    let quota = try #require(ProcessorQuota(quota: Array(quota.utf8), period: Array(period.utf8)))
    #expect(quota.processors == processors)
  }

  @Test(
    "of version 1 set no quota that is not understood",
    arguments: [("", "100000"), ("1", ""), ("1", "0"), ("-2", "1"), ("max", "1"), ("1 1", "1"), ("1", "-1")])
  func noQuota(quota: String, period: String) {
    #expect(ProcessorQuota(quota: Array(quota.utf8), period: Array(period.utf8)) == nil)
  }

  @Test(
    "limit memory or do not",
    arguments: [
      ("max\n", nil), ("1073741824\n", 1 << 30), ("0\n", 0), ("4611686018427387903", 1 << 62 - 1),
      // No limit of version 1: pages of 4 KiB, pages of 64 KiB, kernels before 3.19.
      ("9223372036854771712\n", nil), ("9223372036854710272\n", nil), ("9223372036854775807\n", nil),
    ] as [(String, UInt64?)])
  func memory(text: String, bytes: UInt64?) throws {
    #expect(try #require(MemoryLimit(Array(text.utf8))).bytes == bytes.map { ByteCount($0) })
  }

  @Test("limit no memory by what is not understood", arguments: ["", "\n", "-1", "1 2", "1G", "MAX", "1.0"])
  func noMemory(text: String) {
    #expect(MemoryLimit(Array(text.utf8)) == nil)
  }
}
