import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite("A device's reading", .enabled(if: ProcessIdentity.isRoot))
struct DeviceProbeTests {
  let scratch: ScratchRoot

  init() throws {
    scratch = try ScratchRoot()
  }

  func readings(_ pattern: String) throws -> [DeviceReading] {
    var probe = DeviceProbe()
    return probe.readings(of: try PathPattern("\(scratch.path)/\(pattern)"))
  }

  func reading(_ name: String) throws -> DeviceReading {
    let readings = try readings(name)
    try #require(readings.count == 1)
    return readings[0]
  }

  /// A device of numbers that no driver has, so that opening it would fail.
  func makeDevice(_ name: String, _ kind: mode_t, _ major: Int, _ minor: Int, mode: mode_t = 0o600) {
    #expect(mknod("\(scratch.path)/\(name)", kind | mode, dev_t(major << 8 | minor)) == 0)
    chmod("\(scratch.path)/\(name)", mode)
  }

  @Test("tells what a device is and whose")
  func devices() throws {
    makeDevice("c", S_IFCHR, 240, 7, mode: 0o640)
    makeDevice("b", S_IFBLK, 241, 9)
    chown("\(scratch.path)/c", 12, 34)
    let character = try reading("c")
    let path = "\(scratch.path)/c"
    #expect(
      character.kind
        == .known(
          .character(major: 240, minor: 7), Evidence(source: "stat \(path)", text: "character device 240:7")))
    #expect(character.ownership.value == OwnershipReading(uid: 12, gid: 34, mode: FileMode(0o640)))
    #expect(character.access.value == [.read, .write, .create])
    #expect(
      character.access.evidence == Evidence(source: "faccessat2 \(path)", text: "read: yes, write: yes, mknod: yes"))
    #expect(try reading("b").kind.value == .block(major: 241, minor: 9))
  }

  @Test("exists for each match, links included")
  func matches() throws {
    for number in [0, 1, 10] { makeDevice("gpu\(number)", S_IFCHR, 240, number) }
    try scratch.write("gpu-list", "")
    try scratch.makeDirectory("gpu-caps")
    try scratch.link("gpu9", to: "gpu1")
    try scratch.link("gpu8", to: "nothing")
    let found = try readings("gpu*")
    #expect(
      found.map { ($0.path as NSString).lastPathComponent } == [
        "gpu-caps", "gpu-list", "gpu0", "gpu1", "gpu10", "gpu8", "gpu9",
      ])
    #expect(
      found.map(\.kind.value) == [
        .directory, .other("a regular file"), .character(major: 240, minor: 0), .character(major: 240, minor: 1),
        .character(major: 240, minor: 10), .other("a broken symbolic link"), .character(major: 240, minor: 1),
      ])
    #expect(try readings("gpu[0-9]").count == 4)
    #expect(try readings("tpu*").isEmpty)
    #expect(try readings("gpu2").isEmpty)
  }

  @Test("grants nothing on a mount where devices cannot be opened", .enabled(if: ScratchMount.isPossible))
  func nodev() throws {
    let mount = try ScratchMount("nodev", at: "\(scratch.path)/m")
    makeDevice("m/null", S_IFCHR, 1, 3, mode: 0o666)
    #expect(open("\(mount.path)/null", O_RDONLY) == -1 && errno == EACCES)
    let access = try reading("m/null").access
    #expect(access.value == [])
    #expect(access.evidence.text.hasPrefix("nodev: "))
  }

  @Test("grants no writing where the mount is read-only but for what the kernel lets through")
  func readOnlyMount() throws {
    let mount = try ScratchMount("rw", at: "\(scratch.path)/m")
    makeDevice("m/null", S_IFCHR, 1, 3, mode: 0o666)
    try mount.seal()
    // A device is not on the disk: writing to it is.
    let descriptor = open("\(mount.path)/null", O_WRONLY)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(try reading("m/null").access.value == [.read, .write, .create])
  }

  @Test("follows the rules of a device control group", .enabled(if: DeviceGroup.isPossible))
  func group() throws {
    makeDevice("c", S_IFCHR, 240, 7)
    let group = try DeviceGroup()
    try group.write("devices.deny", "a")
    try group.write("devices.allow", "c 240:7 r")
    let text = try group.run("\(scratch.path)/c")
    #expect(text == "read: yes, write: no, 240:7 r\n")
  }
}

/// A device control group of version 1 of its own.
final class DeviceGroup {
  private let path: String
  private static let hierarchy = "/sys/fs/cgroup/devices"

  static var isPossible: Bool { access("\(hierarchy)/devices.list", W_OK) == 0 }

  init() throws {
    path = "\(DeviceGroup.hierarchy)/bringup-test-\(try Random.token())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { rmdir(path) }

  func write(_ file: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  /// What access(2) says of `device` to a process of the group, and the group's rules as that sees them.
  func run(_ device: String) throws -> String {
    let details = try ProgramTests.shell(
      """
      echo $$ > \(path)/cgroup.procs
      say() { if test -$1 \(device); then echo -n yes; else echo -n no; fi; }
      echo "read: $(say r), write: $(say w), $(sed 's/^c //' \(path)/devices.list)"
      """
    ).run()
    return ProgramTests.text(details)
  }
}
