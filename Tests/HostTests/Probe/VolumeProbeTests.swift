import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("A volume's reading")
struct VolumeProbeTests {
  static func readings(_ pattern: String) throws -> [VolumeReading] {
    var probe = VolumeProbe()
    return probe.readings(of: try PathPattern(pattern))
  }

  /// Of a path that is no pattern.
  static func reading(_ path: String) throws -> VolumeReading {
    let readings = try readings(path.replacingOccurrences(of: "\\", with: "\\\\"))
    try #require(readings.count == 1)
    return readings[0]
  }

  @Test("tells a directory, its owner and its mode")
  func directory() throws {
    let scratch = try ScratchRoot()
    try scratch.makeDirectory("data")
    chown("\(scratch.path)/data", 12, 34)
    chmod("\(scratch.path)/data", 0o2750)
    try scratch.link("link", to: "data")
    for name in ["data", "link"] {
      let reading = try Self.reading("\(scratch.path)/\(name)")
      let ownership = OwnershipReading(uid: 12, gid: 34, mode: FileMode(0o2750))
      let text = "\(scratch.path)/\(name) is a directory, uid 12, gid 34, mode 02750"
      let evidence = Evidence(source: "stat \(scratch.path)/\(name)", text: text)
      #expect(reading.presence == .known(.directory(ownership), evidence))
      #expect(reading.writeRate == nil)
    }
  }

  @Test("tells the nearest parent of what is missing")
  func missing() throws {
    let scratch = try ScratchRoot()
    let parent = try AbsolutePath(scratch.path)
    let reading = try Self.reading("\(scratch.path)/a/b c/d")
    #expect(reading.presence.value == .missing(parent: parent))
    #expect(reading.presence.evidence.text.hasPrefix("no such file or directory; \(scratch.path) is a directory, "))
    #expect(reading.space.value != nil)
    #expect(reading.fileSystem.value != nil)
  }

  @Test("tells what is no directory, and what stands in the way of one")
  func others() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "x")
    mkfifo("\(scratch.path)/fifo", 0o600)
    #expect(try Self.reading("\(scratch.path)/file").presence.value == .other("a regular file"))
    #expect(try Self.reading("\(scratch.path)/fifo").presence.value == .other("a FIFO"))
    let file = try AbsolutePath("\(scratch.path)/file")
    #expect(try Self.reading("\(scratch.path)/file/a/b").presence.value == .blocked(by: file))
  }

  @Test("tells a link that leads nowhere, the path itself or a parent of it, and where it leads")
  func brokenLinks() throws {
    let scratch = try ScratchRoot()
    try scratch.write("file", "x")
    for (name, target) in [("broken", "/no/such disk"), ("through", "file/x")] {
      try scratch.link(name, to: target)
      let link = try AbsolutePath("\(scratch.path)/\(name)")
      for path in ["\(link)", "\(link)/a/b"] {
        let text = "\(link) is a symbolic link to \"\(target)\", which does not exist"
        let reading = try Self.reading(path)
        #expect(reading.presence == .known(.brokenLink(link), Evidence(source: "stat \(path)", text: text)))
        #expect(reading.fileSystem.value != nil)
      }
    }
    #expect(try Self.readings("\(scratch.path)/b*").map(\.path.text) == ["\(scratch.path)/broken"])
  }

  @Test("that a circle of links leads to is unreadable")
  func circle() throws {
    let scratch = try ScratchRoot()
    try scratch.link("a", to: "b")
    try scratch.link("b", to: "a")
    let reading = try Self.reading("\(scratch.path)/a")
    let source = "stat \(scratch.path)/a"
    #expect(
      reading.presence == .unreadable(Evidence(source: source, text: "too many levels of symbolic links")))
  }

  @Test(
    "tells the file system by its name, whatever its mount point is called", .enabled(if: ScratchDisk.isPossible),
    arguments: [("ext4", 40, "a disk"), ("xfs", 320, "ü\\\n\t#")])
  func disks(type: String, megabytes: Int, name: String) throws {
    let disk = try ScratchDisk(type, megabytes: megabytes, name: name)
    let reading = try Self.reading("\(disk.path)/x")
    #expect(
      reading.fileSystem.value == FileSystemReading(type: type, mountPoint: disk.path, isReadOnly: false))
    let space = try #require(reading.space.value)
    #expect(space.total.bytes <= UInt64(megabytes) << 20)
    #expect(space.total.bytes > UInt64(megabytes) << 19)
    #expect(space.available <= space.free)
    #expect(space.free < space.total)
  }

  @Test("tells apart what root and what everybody may still write", .enabled(if: ScratchDisk.isPossible))
  func reserved() throws {
    let disk = try ScratchDisk("ext4", megabytes: 100, making: ["-m", "40"])
    let space = try #require(try Self.reading(disk.path).space.value)
    let reserved = space.free.bytes - space.available.bytes
    // Beside what mkfs sets aside, the file system keeps a little for itself.
    #expect(reserved >= 39 << 20 && reserved <= 48 << 20)
  }

  @Test("does not take what is sparse or promised for what is there", .enabled(if: ScratchDisk.isPossible))
  func sparse() throws {
    let disk = try ScratchDisk("ext4", megabytes: 100)
    let before = try #require(try Self.reading(disk.path).space.value)
    try ScratchDisk.run("/usr/bin/truncate", "-s", "10G", "\(disk.path)/sparse")
    let sparse = try #require(try Self.reading(disk.path).space.value)
    #expect(before.available.bytes - sparse.available.bytes < 1 << 20)
    try ScratchDisk.run("/usr/bin/fallocate", "-l", "50M", "\(disk.path)/promised")
    let after = try #require(try Self.reading(disk.path).space.value)
    #expect(sparse.available.bytes - after.available.bytes >= 50 << 20)
  }

  @Test("tells that nothing is left of a full file system", .enabled(if: ScratchDisk.isPossible))
  func full() throws {
    let disk = try ScratchDisk("ext4", megabytes: 20, making: ["-m", "0"])
    #expect(throws: HostError.self) { try ScratchDisk.run("/bin/dd", "if=/dev/zero", "of=\(disk.path)/f", "bs=4k") }
    let space = try #require(try Self.reading(disk.path).space.value)
    #expect(space.available.bytes < 64 << 10)
  }

  @Test("tells what an overlay puts its files into", .enabled(if: ScratchMount.isPossible))
  func overlay() throws {
    let mount = try ScratchMount("rw")
    for name in ["lower", "upper", "work", "over"] {
      try FileManager.default.createDirectory(atPath: "\(mount.path)/\(name)", withIntermediateDirectories: false)
    }
    let over = "\(mount.path)/over"
    let directories = ["lower", "upper", "work"].map { "\($0)dir=\(mount.path)/\($0)" }.joined(separator: ",")
    try ScratchDisk.run("/bin/mount", "-t", "overlay", "-o", directories, "none", over)
    defer { umount2(over, Int32(MNT_DETACH)) }
    #expect(
      try Self.reading(over).fileSystem.value
        == FileSystemReading(type: "overlay", mountPoint: over, isReadOnly: false, upperType: "tmpfs"))
    // As a container has it, whose mounter's directories are out of its sight.
    try FileManager.default.moveItem(atPath: "\(mount.path)/upper", toPath: "\(mount.path)/elsewhere")
    #expect(
      try Self.reading(over).fileSystem.value
        == FileSystemReading(type: "overlay", mountPoint: over, isReadOnly: false))
  }

  @Test("tells the innermost of mounts in one another", .enabled(if: ScratchMount.isPossible))
  func nested() throws {
    let outer = try ScratchMount("size=1m")
    let inner = try ScratchMount("size=2m,ro", at: "\(outer.path)/in ner")
    try FileManager.default.createDirectory(atPath: "\(outer.path)/in", withIntermediateDirectories: true)
    #expect(
      try Self.reading("\(outer.path)/in").fileSystem.value
        == FileSystemReading(type: "tmpfs", mountPoint: outer.path, isReadOnly: false))
    let reading = try Self.reading("\(inner.path)/a")
    #expect(reading.fileSystem.value == FileSystemReading(type: "tmpfs", mountPoint: inner.path, isReadOnly: true))
    #expect(reading.space.value?.total == ByteCount(2 << 20))
  }

  @Test("tells the mount that hides others", .enabled(if: ScratchMount.isPossible))
  func hidden() throws {
    let outer = try ScratchMount("size=1m")
    let lost = try ScratchMount("size=2m", at: "\(outer.path)/a")
    let over = try ScratchMount("size=3m", at: outer.path)
    try FileManager.default.createDirectory(atPath: "\(over.path)/a", withIntermediateDirectories: true)
    let reading = try Self.reading(lost.path)
    #expect(reading.fileSystem.value?.mountPoint == over.path)
    #expect(reading.space.value?.total == ByteCount(3 << 20))
    #expect(reading.fileSystem.evidence.text.contains("size=3072k"))
  }

  @Test("follows links to where the file system is", .enabled(if: ScratchMount.isPossible))
  func links() throws {
    let mount = try ScratchMount("size=1m")
    let scratch = try ScratchRoot()
    try scratch.link("data", to: mount.path)
    #expect(try Self.reading("\(scratch.path)/data/x").fileSystem.value?.mountPoint == mount.path)
  }

  @Test("by paths comes to the same mount as by the kernel's numbers")
  func resolution() throws {
    var observer = PathObserver(interrupt: nil)
    let mounts = try MountInfo(try KernelFile.read("/proc/self/mountinfo"))
    for path in ["/", "/tmp", "/proc/self", "/dev/null", "/dev/shm", "/sys/kernel", "/bin"] {
      let id = try #require(try observer.mountID(of: path))
      #expect(mounts.mount(holding: try observer.resolved(path))?.id == id, "\(path)")
    }
  }

  @Test("has no size where the file system has none")
  func noSize() throws {
    let reading = try Self.reading("/proc/self")
    #expect(reading.space.value == nil)
    #expect(reading.space.evidence.text.contains("f_blocks 0, "))
    #expect(reading.fileSystem.value?.type == "proc")
  }

  @Test(
    "is unknown of a file system where mountinfo cannot be had",
    arguments: [
      ("/no/such", "no such file or directory"), ("/proc/self/status", "line 1 tells of no mount"),
    ])
  func noMountInfo(file: String, why: String) throws {
    var probe = VolumeProbe(observer: PathObserver(interrupt: nil), table: MountTable(file))
    let reading = probe.readings(of: try PathPattern("/tmp"))[0]
    #expect(reading.fileSystem == .unreadable(Evidence(source: file, text: why)))
    #expect(reading.space.value != nil)
  }

  @Test("of a dead mount is unreadable in bounded time, and the next one is not", .enabled(if: DeadMount.isPossible))
  func dead() throws {
    let mount = try DeadMount()
    var probe = VolumeProbe(observer: PathObserver(interrupt: nil, patience: .seconds(1)), table: MountTable())
    let reading = probe.readings(of: try PathPattern("\(mount.path)/a/b"))[0]
    let evidence = Evidence(source: "statfs \(mount.path)/a/b", text: "no answer within 1 s")
    #expect(reading.presence == .unreadable(evidence))
    #expect(reading.space == .unreadable(evidence))
    #expect(reading.fileSystem == .unreadable(evidence))
    #expect(probe.readings(of: try PathPattern("/tmp"))[0].space.value != nil)
  }

  @Test("is given up at a signal", .enabled(if: DeadMount.isPossible))
  func interrupted() throws {
    let mount = try DeadMount()
    let interrupt = try Interrupt()
    pthread_kill(pthread_self(), SIGTERM)
    var probe = VolumeProbe(interrupt: interrupt)
    let reading = probe.readings(of: try PathPattern(mount.path))[0]
    #expect(
      reading.space.evidence
        == Evidence(source: "statfs \(mount.path)", text: "ended because bringup was asked to end by signal \(SIGTERM)")
    )
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    #expect(sigwaitinfo(&signals, nil) == SIGTERM)
  }

  @Test("exists for each match of a pattern, sorted")
  func pattern() throws {
    let scratch = try ScratchRoot()
    for name in ["b/data", "a/data", "c", "a.x/data", "a\u{301}/data"] { try scratch.makeDirectory(name) }
    try scratch.write("file", "")
    let found = try Self.readings("\(scratch.path)/*/data").map(\.path.text)
    #expect(
      found
        == ["a.x", "a", "a\u{301}", "b"].map { "\(scratch.path)/\($0)/data" }.sorted {
          Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        })
    #expect(try Self.readings("\(scratch.path)/[ab]").map(\.path.text) == ["a", "b"].map { "\(scratch.path)/\($0)" })
    #expect(try Self.readings("\(scratch.path)/z*").isEmpty)
    #expect(try Self.readings("\(scratch.path)/z/*").isEmpty)
    #expect(try Self.readings("\(scratch.path)/file/*").isEmpty)
  }
}
