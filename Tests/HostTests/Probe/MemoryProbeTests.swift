import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("Memory that a process gets")
struct MemoryProbeTests {
  @Test("is that of this machine")
  func machine() throws {
    let readings = Probe.memory(in: try Root("/"))
    #expect(readings.total.value == ByteCount(UInt64(sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)))))
    #expect(readings.total.evidence.text.hasPrefix("MemTotal: "))
    let total = try #require(readings.total.value)
    if case .known(let installed?, let evidence) = readings.installed {
      #expect(installed >= total)
      #expect(evidence.text.hasPrefix("\(try Self.onlineBlocks()) blocks online of "))
      #expect(evidence.source == "/sys/devices/system/memory")
    }
  }

  /// Each asked by itself.
  static func onlineBlocks() throws -> Int {
    let directory = "/sys/devices/system/memory"
    return try FileManager.default.contentsOfDirectory(atPath: directory).count { name in
      access("\(directory)/\(name)/phys_index", F_OK) == 0
        && (try? String(contentsOfFile: "\(directory)/\(name)/online", encoding: .utf8)) == "1\n"
    }
  }

  @Test(
    "is bounded by the tightest group above a process",
    .enabled(if: ScratchControlGroup.isPossible(.memory)), arguments: [(64, 128), (128, 64)])
  func limit(outer: Int, inner: Int) throws {
    let group = try ScratchControlGroup(.memory)
    if group.version == .two { try group.set("cgroup.subtree_control", "+memory") }
    let within = try ScratchControlGroup(below: group)
    try group.set(group.limitFile(.memory), "\(outer << 20)")
    try within.set(group.limitFile(.memory), "\(inner << 20)")
    let program = try ProcessorProbeTests.sleeper()
    try within.add(program.process)
    let readings = Probe.memory(in: try Root("/"), for: ObservedProcess(number: program.process))
    let path = (outer < inner ? group : within).path
    #expect(
      readings.limit
        == .known(ByteCount(64 << 20), Evidence(source: "\(path)/\(group.limitFile(.memory))", text: "67108864")))
  }
}
