import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("CPUs that a process gets")
struct ProcessorProbeTests {
  static func sleeper() throws -> BackgroundProgram { try BackgroundProgram("/bin/sleep", ["60"]) }

  @Test("are those of this machine")
  func machine() throws {
    let readings = Probe.processors(in: try Root("/"))
    #expect(readings.online.value == sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    #expect(readings.online.evidence.source == "/sys/devices/system/cpu/online")
    let status = String(decoding: try Root("/").readKernelFile("/proc/thread-self/status"), as: UTF8.self)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") })
    let count = try #require(ProcessorList.count(Array(line.split(separator: "\t")[1].utf8)))
    #expect(readings.affinity.value == count)
    #expect(readings.affinity.evidence.text.hasPrefix("\(count) CPUs in a mask of "))
  }

  @Test("are those of the one who asks, not of another process")
  func asker() throws {
    let count = try OwnThread.run {
      try OwnThread.stayOnFirstProcessor()
      return Probe.processors(in: try Root("/")).affinity.value
    }
    #expect(count == 1)
  }

  @Test("are fewer where a process may run on some only")
  func affinity() throws {
    let program = try BackgroundProgram("/usr/bin/taskset", ["--cpu-list", "0", "/bin/sleep", "60"])
    try BootedNode.retry("taskset did not set the mask") {
      let readings = Probe.processors(in: try Root("/"), for: ObservedProcess(number: program.process))
      return readings.affinity.value == 1 ? () : nil
    }
  }

  @Test("are not told of a process that is not there")
  func noProcess() throws {
    let readings = Probe.processors(in: try Root("/"), for: ObservedProcess(number: .max))
    #expect(
      readings.affinity == .unreadable(Evidence(source: "sched_getaffinity(2)", text: "no such process")))
    #expect(
      readings.quota
        == .unreadable(Evidence(source: "/proc/2147483647/cgroup", text: "no such file or directory")))
  }

  @Test(
    "are bounded by the tightest group above a process",
    .enabled(if: ScratchControlGroup.isPossible(.cpu)), arguments: [(150_000, 50_000, 0.5), (50_000, 150_000, 0.5)])
  func quota(outer: Int, inner: Int, processors: Double) throws {
    let group = try ScratchControlGroup(.cpu)
    if group.version == .two { try group.set("cgroup.subtree_control", "+cpu") }
    let within = try ScratchControlGroup(below: group)
    // Version 1 refuses an inner group more than the outer one has, but lets the outer one be lowered later.
    for (group, quota) in [(within, min(outer, inner)), (group, outer), (within, inner)] {
      do {
        try group.set(
          group.limitFile(.cpu), group.version == .one ? "\(quota)" : "\(quota) 100000")
      } catch let error as Errno where error == .invalid {
        continue
      }
    }
    let program = try Self.sleeper()
    try within.add(program.process)
    let readings = Probe.processors(in: try Root("/"), for: ObservedProcess(number: program.process))
    #expect(readings.quota.value == processors)
    let evidence = readings.quota.evidence
    #expect(evidence.source.hasPrefix(group.path) && evidence.source.hasSuffix(group.limitFile(.cpu)))
    #expect(evidence.text == (group.version == .one ? "50000 of 100000" : "50000 100000"))
  }

  @Test("are not bounded by a group without a quota", .enabled(if: ScratchControlGroup.isPossible(.cpu)))
  func noQuota() throws {
    let group = try ScratchControlGroup(.cpu)
    let program = try Self.sleeper()
    try group.add(program.process)
    let readings = Probe.processors(in: try Root("/"), for: ObservedProcess(number: program.process))
    let own = Probe.processors(in: try Root("/"))
    #expect(readings.quota.value == own.quota.value)
    #expect(readings.quota.evidence.source == "\(group.path)/\(group.limitFile(.cpu))")
  }
}

/// The groups of a thread, which only version 1 takes apart from its process.
@Suite("CPUs in a container", .enabled(if: ProcessorProbeTests.isVersionOne))
struct ContainedProcessorProbeTests {
  /// In a group of half a CPU inside of one of a quarter.
  @Test("are bounded by what it sees as the root of its groups")
  func namespace() throws {
    let outer = try ScratchControlGroup(.cpu)
    try outer.set("cpu.cfs_quota_us", "50000")
    let inner = try ScratchControlGroup(below: outer)
    try inner.set("cpu.cfs_quota_us", "25000")
    let (mounted, unmounted) = try OwnThread.run {
      try inner.set("tasks", "\(OwnThread.number)")
      try OwnThread.leave(.controlGroup, .mount)
      try Self.mount(at: "/sys/fs/cgroup", "tmpfs", "")
      let root = try Root("/")
      let unmounted = Probe.processors(in: root, for: OwnThread.process).quota
      try Self.mount(at: "/sys/fs/cgroup", "cgroup", "cpu")
      return (Probe.processors(in: root, for: OwnThread.process).quota, unmounted)
    }
    #expect(mounted == .known(0.25, Evidence(source: "/sys/fs/cgroup/cpu.cfs_quota_us", text: "25000 of 100000")))
    #expect(unmounted.value == nil)
    #expect(unmounted.evidence.source == "/proc/thread-self/cgroup")
    #expect(unmounted.evidence.text.hasSuffix(":cpu:/, which is not mounted here"))
  }

  private static func mount(at point: String, _ type: String, _ options: String) throws {
    // What happens here stays here.
    try SystemCall.run { Glibc.mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) }
    try SystemCall.run { Glibc.mount("none", point, type, 0, options) }
  }
}

extension ProcessorProbeTests {
  static var isVersionOne: Bool {
    do {
      return try ScratchControlGroup.isPossible(.cpu) && ScratchControlGroup(.cpu).version == .one
    } catch {
      return false
    }
  }
}
