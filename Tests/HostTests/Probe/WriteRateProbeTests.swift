import Core
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Host

@Suite("A write rate")
struct WriteRateProbeTests {
  static func reading(_ path: String) throws -> VolumeReading {
    var probe = VolumeProbe()
    return probe.readings(of: try PathPattern(path))[0]
  }

  static func refusal(_ path: String) throws -> Evidence? {
    switch WriteRateProbe().measure(try reading(path)) {
    case .measured: nil
    case .notMeasured(let evidence): evidence
    }
  }

  /// Every name below a directory.
  static func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != "lost+found" }
  }

  @Test(
    "is measured three times and leaves nothing", .enabled(if: ScratchDisk.isPossible),
    arguments: [("ext4", 200), ("xfs", 320)])
  func measured(type: String, megabytes: Int) throws {
    let disk = try ScratchDisk(type, megabytes: megabytes)
    let before = try #require(try Self.reading(disk.path).space.value)
    let parts = Mutex<[Double]>([])
    let probe = WriteRateProbe { part in parts.withLock { $0.append(part) } }
    let reading = try Self.reading("\(disk.path)/to/be/made").measured(by: probe)
    guard case .measured(let rates, let evidence)? = reading.writeRate else {
      Issue.record("\(String(describing: reading.writeRate))")
      return
    }
    #expect(rates.count == 3)
    #expect(rates.allSatisfy { $0.bytesPerSecond > 0 })
    #expect(evidence.source == "write to \(disk.path)")
    #expect(evidence.text.split(separator: ";").count == 3)
    #expect(evidence.text.contains(" µs (O_DIRECT, fdatasync)"))
    let seen = parts.withLock { $0 }
    #expect(seen == seen.sorted() && seen.last == 1)
    #expect(try Self.names(disk.path).isEmpty)
    // XFS gives the space of a removed file back when it finds the time.
    let isGivenBack = try (0..<500).contains { _ in
      let after = try #require(try Self.reading(disk.path).space.value)
      if before.available.bytes - min(before.available.bytes, after.available.bytes) < 1 << 20 { return true }
      usleep(20_000)
      return false
    }
    #expect(isGivenBack)
  }

  @Test("is told by what reaches the disk, not the page cache", .enabled(if: ScratchDisk.isPossible))
  func device() throws {
    let disk = try ScratchDisk("ext4", megabytes: 200)
    let before = try Self.writtenBytes(to: disk.path)
    guard case .measured(_, let evidence) = WriteRateProbe().measure(try Self.reading(disk.path)) else {
      Issue.record("not measured")
      return
    }
    let told = evidence.text.split(separator: ";").compactMap { Int($0.split(separator: " ")[0]) }.reduce(0, +)
    #expect(told > 0)
    #expect(try Self.writtenBytes(to: disk.path) - before >= told)
  }

  /// What the block device of a mount took so far (Documentation/block/stat.rst).
  static func writtenBytes(to path: String) throws -> Int {
    var raw = stat()
    try SystemCall.run { stat(path, &raw) }
    let number = "\(raw.st_dev >> 8 & 0xFFF):\(raw.st_dev & 0xFF)"
    let text = String(decoding: try KernelFile.read("/sys/dev/block/\(number)/stat"), as: UTF8.self)
    return try #require(Int(text.split(separator: " ")[6])) * 512
  }

  @Test("is measured past the cache on a file system that journals its data", .enabled(if: ScratchDisk.isPossible))
  func journalled() throws {
    let disk = try ScratchDisk("ext4", megabytes: 200, mounting: "data=journal")
    guard case .measured(let rates, let evidence) = WriteRateProbe().measure(try Self.reading(disk.path)) else {
      Issue.record("not measured")
      return
    }
    #expect(rates.count == 3)
    #expect(evidence.text.contains(" µs ("))
    #expect(try Self.names(disk.path).isEmpty)
  }

  @Test("can do without nameless files and without direct writing", .enabled(if: ScratchDisk.isPossible))
  func oldFileSystem() throws {
    let disk = try ScratchDisk("ext4", megabytes: 200)
    let directory = try AbsolutePath(disk.path)
    let attempt = WriteTry(directory: directory, bytes: 24 << 20, interrupt: nil)
    let deputy = try Deputy(room: Limits.rateTestChunkBytes, interrupt: nil)
    let file = try attempt.openNamed(.synchronized, by: deputy, token: "x")
    #expect(try Self.names(disk.path).isEmpty)
    let before = try Self.writtenBytes(to: disk.path)
    let outcome = try attempt.write(to: file, .synchronized, by: deputy) { _ in }
    #expect(outcome.bytes == 24 << 20)
    #expect(try Self.writtenBytes(to: disk.path) - before >= 24 << 20)
    #expect(outcome.evidence.hasSuffix(" µs (fdatasync)"))
  }

  @Test("is refused where little is left, and writes nothing", .enabled(if: ScratchDisk.isPossible))
  func little() throws {
    let disk = try ScratchDisk("ext4", megabytes: 60)
    let before = try Self.writtenBytes(to: disk.path)
    let refusal = try #require(try Self.refusal(disk.path))
    #expect(refusal.text.hasPrefix("too little space: "))
    #expect(try Self.writtenBytes(to: disk.path) - before < 1 << 20)
  }

  @Test("is refused on memory and on what is read-only", .enabled(if: ScratchMount.isPossible))
  func refused() throws {
    let mount = try ScratchMount("rw")
    #expect(
      try Self.refusal(mount.path)
        == Evidence(source: "write to \(mount.path)", text: "tmpfs is memory, whose rate tells nothing of a disk"))
  }

  @Test("is refused on what is read-only", .enabled(if: ScratchDisk.isPossible))
  func readOnly() throws {
    let disk = try ScratchDisk("ext4", megabytes: 200, mounting: "ro")
    #expect(
      try Self.refusal(disk.path)
        == Evidence(source: "write to \(disk.path)", text: "\(disk.path) is mounted read-only"))
  }

  @Test("is not measured where there is no directory")
  func noDirectory() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "")
    #expect(try Self.refusal("\(scratch.path)/file")?.text.contains("is a regular file") == true)
    #expect(try Self.refusal("\(scratch.path)/file/x")?.text.contains("is a regular file") == true)
    #expect(try Self.refusal("/proc/self")?.text.contains("f_blocks 0") == true)
  }

  @Test("tells why a write failed", .enabled(if: ScratchDisk.isPossible))
  func failed() throws {
    let disk = try ScratchDisk("ext4", megabytes: 200)
    let reading = try Self.reading("\(disk.path)/gone")
    let directory = try AbsolutePath("\(disk.path)/gone")
    let there = VolumeReading(
      path: directory,
      presence: .known(.directory(OwnershipReading(uid: 0, gid: 0, mode: FileMode(0))), reading.presence.evidence),
      fileSystem: reading.fileSystem, space: reading.space, writeRate: nil)
    guard case .notMeasured(let evidence) = WriteRateProbe().measure(there) else {
      Issue.record("measured")
      return
    }
    #expect(evidence == Evidence(source: "write to \(directory)", text: "statfs: no such file or directory"))
  }

  @Test("is not begun after a signal")
  func interruptedBefore() throws {
    let reading = try Self.reading("/tmp")
    let interrupt = try Interrupt()
    pthread_kill(pthread_self(), SIGINT)
    let rate = WriteRateProbe(interrupt: interrupt).measure(reading)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    #expect(sigwaitinfo(&signals, nil) == SIGINT)
    guard case .notMeasured(let evidence) = rate else {
      Issue.record("measured")
      return
    }
    #expect(
      evidence
        == Evidence(source: "write to /tmp", text: "ended because bringup was asked to end by signal \(SIGINT)"))
  }

  @Test("is ended at once by a signal, and leaves nothing", .enabled(if: ScratchDisk.isPossible))
  func interrupted() throws {
    let disk = try ScratchDisk("ext4", megabytes: 800)
    let interrupt = try Interrupt()
    var calls = 0
    let probe = WriteRateProbe(interrupt: interrupt) { _ in
      calls += 1
      if calls == 2 { pthread_kill(pthread_self(), SIGTERM) }
    }
    let rate = probe.measure(try Self.reading(disk.path))
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    #expect(sigwaitinfo(&signals, nil) == SIGTERM)
    guard case .notMeasured(let evidence) = rate else {
      Issue.record("measured")
      return
    }
    #expect(evidence.text == "write: ended because bringup was asked to end by signal \(SIGTERM)")
    #expect(calls == 2)
    #expect(try Self.names(disk.path).isEmpty)
  }
}
