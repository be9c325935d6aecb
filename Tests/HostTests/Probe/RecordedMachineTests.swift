import Core
import Foundation
import Glibc
import Testing

@testable import Host

/// Machines that this one is not, by the files that they had.
@Suite("A recorded machine")
struct RecordedMachineTests {
  static func machine(_ files: [String: String]) throws -> ScratchRoot {
    let scratch = try ScratchRoot()
    try scratch.link("proc/self", to: "100")
    for (path, text) in files { try scratch.write(path, text) }
    return scratch
  }

  static let two = "29 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
  static let own = "/sys/fs/cgroup/system.slice/x.service"

  /// A node with systemd and version 2, where `x.service` and its slice set what is given.
  static func node(_ file: String, service: String?, slice: String?) throws -> ScratchRoot {
    var files = ["proc/100/cgroup": "0::/system.slice/x.service\n", "proc/100/mountinfo": two]
    files["\(own)/\(file)"] = service
    files["/sys/fs/cgroup/system.slice/\(file)"] = slice
    let scratch = try machine(files)
    try scratch.makeDirectory(own)
    return scratch
  }

  @Test(
    "of version 2 gives the tightest quota",
    arguments: [
      ("150000 100000\n", "max 100000\n", 1.5, "\(own)/cpu.max", "150000 100000"),
      ("300000 100000\n", "200000 100000\n", 2, "/sys/fs/cgroup/system.slice/cpu.max", "200000 100000"),
      ("max 100000\n", "max 100000\n", nil, "\(own)/cpu.max", "max 100000"),
      (nil, "50000 100000\n", 0.5, "/sys/fs/cgroup/system.slice/cpu.max", "50000 100000"),
      (nil, nil, nil, "/proc/self/cgroup", "0::/system.slice/x.service"),
    ])
  func quota(service: String?, slice: String?, quota: Double?, source: String, text: String) throws {
    let scratch = try Self.node("cpu.max", service: service, slice: slice)
    let reading = Probe.processors(in: try Root(scratch.path)).quota
    #expect(reading == .known(quota, Evidence(source: source, text: text)))
  }

  @Test(
    "of version 2 gives the tightest limit of memory",
    arguments: [
      ("1073741824\n", "max\n", 1 << 30, "\(own)/memory.max", "1073741824"),
      ("max\n", "536870912\n", 1 << 29, "/sys/fs/cgroup/system.slice/memory.max", "536870912"),
      ("max\n", "max\n", nil, "\(own)/memory.max", "max"),
    ] as [(String, String, UInt64?, String, String)])
  func limit(service: String, slice: String, limit: UInt64?, source: String, text: String) throws {
    let scratch = try Self.node("memory.max", service: service, slice: slice)
    let reading = Probe.memory(in: try Root(scratch.path)).limit
    #expect(reading == .known(limit.map { ByteCount($0) }, Evidence(source: source, text: text)))
  }

  @Test("whose limit is not understood has none that is known")
  func notUnderstood() throws {
    let scratch = try Self.node("memory.max", service: "a\tlot\n", slice: "1\n")
    #expect(
      Probe.memory(in: try Root(scratch.path)).limit
        == .unreadable(
          Evidence(source: "\(Self.own)/memory.max", text: "not what the kernel writes there: a\\tlot")))
    let empty = try Self.node("cpu.max", service: "", slice: nil)
    #expect(
      Probe.processors(in: try Root(empty.path)).quota
        == .unreadable(Evidence(source: "\(Self.own)/cpu.max", text: "it is empty")))
  }

  @Test(
    "tells why its limits are not known",
    arguments: [
      // No /proc at all.
      ([:], "/proc/self/cgroup", "no such file or directory"),
      // A hierarchy that is not mounted, in a namespace or below the root.
      (
        ["proc/100/cgroup": "0::/a\n", "proc/100/mountinfo": ""], "/proc/self/cgroup",
        "0::/a, which is not mounted here"
      ),
      // A mount that cannot be told.
      (
        ["proc/100/cgroup": "0::/a\n", "proc/100/mountinfo": "garbage\n"], "/proc/self/mountinfo",
        "line 1 tells of no mount"
      ),
      (["proc/100/cgroup": "0::/a\n"], "/proc/self/mountinfo", "no such file or directory"),
      // A group whose directory is covered by something else.
      (
        ["proc/100/cgroup": "0::/a\n", "proc/100/mountinfo": two], "/sys/fs/cgroup/a/memory.max",
        "no such file or directory"
      ),
    ])
  func unreadable(files: [String: String], source: String, text: String) throws {
    let scratch = try Self.machine(files)
    #expect(
      Probe.memory(in: try Root(scratch.path)).limit == .unreadable(Evidence(source: source, text: text)))
  }

  @Test("without control groups has no limits")
  func noGroups() throws {
    let scratch = try Self.machine(["proc/100/mountinfo": ""])
    let reading = Probe.processors(in: try Root(scratch.path)).quota
    #expect(reading == .known(nil, Evidence(source: "/proc/self/cgroup", text: "no control group limits cpu")))
    let other = try Self.machine(["proc/100/cgroup": "1:cpuset:/\n", "proc/100/mountinfo": ""])
    #expect(Probe.processors(in: try Root(other.path)).quota == reading)
  }

  @Test(
    "in the root of all groups has no limits, mounted or not; in that of a namespace nobody knows",
    arguments: [
      ("cgroup:[4026531835]", true), (nil, true), ("cgroup:[4026532441]", false),
    ])
  func root(namespace: String?, isKnown: Bool) throws {
    let scratch = try Self.machine(["proc/100/cgroup": "0::/\n", "proc/100/mountinfo": ""])
    try scratch.makeDirectory("proc/100/ns")
    if let namespace { try scratch.link("proc/100/ns/cgroup", to: namespace) }
    let evidence = Evidence(source: "/proc/self/cgroup", text: "0::/")
    let hidden = Evidence(source: "/proc/self/cgroup", text: "0::/, which is not mounted here")
    #expect(
      Probe.processors(in: try Root(scratch.path)).quota == (isKnown ? .known(nil, evidence) : .unreadable(hidden)))
  }

  @Test("without /sys counts its CPUs by the statistics, and else tells why not")
  func online() throws {
    let scratch = try Self.machine(["proc/stat": "cpu  1\ncpu0 1\ncpu1 1\n"])
    #expect(
      Probe.processors(in: try Root(scratch.path)).online
        == .known(2, Evidence(source: "/proc/stat", text: "2 lines cpuN")))
    try scratch.remove("proc/stat")
    let source = "/sys/devices/system/cpu/online"
    #expect(
      Probe.processors(in: try Root(scratch.path)).online
        == .unreadable(Evidence(source: source, text: "no such file or directory")))
    try scratch.write("sys/devices/system/cpu/online", "0-\n")
    #expect(
      Probe.processors(in: try Root(scratch.path)).online
        == .unreadable(Evidence(source: source, text: "not what the kernel writes there: 0-")))
  }

  @Test("has the memory of its blocks that are online")
  func blocks() throws {
    let scratch = try Self.machine([
      "sys/devices/system/memory/block_size_bytes": "8000000\n", "sys/devices/system/memory/memory0/online": "1\n",
      "sys/devices/system/memory/memory1/online": "0\n", "sys/devices/system/memory/memory32/online": "1\n",
      "sys/devices/system/memory/memoryx/online": "1\n", "sys/devices/system/memory/power/online": "1\n",
    ])
    #expect(
      Probe.memory(in: try Root(scratch.path)).installed
        == .known(
          ByteCount(256 << 20),
          Evidence(source: "/sys/devices/system/memory", text: "2 blocks online of 134217728 bytes each")))
    try scratch.write("sys/devices/system/memory/block_size_bytes", "0\n")
    #expect(
      Probe.memory(in: try Root(scratch.path)).installed
        == .unreadable(
          Evidence(
            source: "/sys/devices/system/memory/block_size_bytes", text: "not what the kernel writes there: 0")))
  }

  @Test(
    "has all of its blocks online where its pages fill more than all but one of them",
    arguments: [(65537, "3 blocks"), (65536, "1 blocks")])
  func fullBlocks(pages: Int, blocks: String) throws {
    let memory = "sys/devices/system/memory"
    let scratch = try Self.machine([
      "\(memory)/block_size_bytes": "8000000\n", "\(memory)/memory0/online": "1\n",
      "\(memory)/memory1/online": "0\n", "\(memory)/memory2/state": "offline\n",
      "proc/zoneinfo": "Node 0, zone   Normal\n        present  \(pages)\n",
    ])
    let evidence = Probe.memory(in: try Root(scratch.path)).installed.evidence
    #expect(evidence.text == "\(blocks) online of 134217728 bytes each")
  }

  @Test("may not tell what memory is built in, or how much there is")
  func noMemory() throws {
    let scratch = try Self.machine(["proc/meminfo": "MemFree: 1 kB\n"])
    let readings = Probe.memory(in: try Root(scratch.path))
    #expect(
      readings.installed
        == .known(
          nil, Evidence(source: "/sys/devices/system/memory", text: "this kernel tells of no memory blocks")))
    #expect(readings.total == .unreadable(Evidence(source: "/proc/meminfo", text: "it has no line MemTotal")))
    try scratch.remove("proc/meminfo")
    #expect(
      Probe.memory(in: try Root(scratch.path)).total
        == .unreadable(Evidence(source: "/proc/meminfo", text: "no such file or directory")))
  }

  @Test("whose files have no end is not read without one", .enabled(if: ProcessIdentity.isRoot))
  func endless() throws {
    let scratch = try Self.machine([:])
    var zero = stat()
    #expect(stat("/dev/zero", &zero) == 0)
    #expect(mknod("\(scratch.path)/proc/meminfo", S_IFCHR | 0o644, zero.st_rdev) == 0)
    #expect(
      Probe.memory(in: try Root(scratch.path)).total
        == .unreadable(Evidence(source: "/proc/meminfo", text: "file too large")))
  }

  @Test("shows long and odd content on one short line")
  func evidence() {
    #expect(Evidence(source: "x", found: Array("a\u{1B}[1m\nb\n".utf8)).text == "a\\u{1b}[1m; b")
    let long = Evidence(source: "x", found: [UInt8](repeating: UInt8(ascii: "x"), count: 1000)).text
    #expect(long == String(repeating: "x", count: 120) + "...")
    #expect(Evidence(source: "x", found: [0xFF]).text == "\u{FFFD}")
  }
}
