import Core
import Testing

struct DeviceJudgeTests {
  static func device(
    _ path: String, _ kind: DeviceReading.Kind? = .character(major: 195, minor: 0), mode: UInt32 = 0o666,
    access: DeviceAccess? = [.read, .write]
  ) -> DeviceReading {
    DeviceReading(
      path: path, kind: kind.map { Sample.known($0, path) } ?? .unreadable(Sample.denied),
      ownership: Sample.known(OwnershipReading(uid: 0, gid: 0, mode: FileMode(mode))),
      access: access.map { Sample.known($0) } ?? .unreadable(Sample.denied))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let matches: [DeviceReading]
    var access: DeviceAccess = [.read, .write]
    let gist: String
    var remedy: String?

    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(what: "none", matches: [], gist: "fail no match", remedy: "Attach the device and load its driver"),
    Row(
      what: "two", matches: [device("/dev/nvidia0"), device("/dev/nvidiactl")],
      gist: "pass /dev/nvidia0, /dev/nvidiactl"),
    Row(
      what: "a block device", matches: [device("/dev/sda", .block(major: 8, minor: 0))], gist: "pass /dev/sda"),
    Row(
      what: "a file where a device should be",
      matches: [device("/dev/nvidia0"), device("/dev/nvidia1", .other("a file"))],
      gist: "fail /dev/nvidia1 is a file", remedy: "Remove what is no device"),
    Row(
      what: "a directory beside the devices",
      matches: [device("/dev/nvidia-caps", .directory), device("/dev/nvidia0")],
      gist: "warn /dev/nvidia0; not a device: /dev/nvidia-caps", remedy: "Narrow the pattern"),
    Row(
      what: "a directory only", matches: [device("/dev/nvidia-caps", .directory)],
      gist: "fail only directories: /dev/nvidia-caps", remedy: "Name the devices in it, e.g. /dev/nvidia*/*."),
    Row(
      what: "no right to write", matches: [device("/dev/nvidia0", access: .read)],
      gist: "fail /dev/nvidia0: no right to write"),
    Row(
      what: "no right at all", matches: [device("/dev/nvidia0", access: [])],
      gist: "fail /dev/nvidia0: no right to read and write"),
    Row(
      what: "no right to make it", matches: [device("/dev/nvidia0")], access: [.read, .create],
      gist: "fail /dev/nvidia0: no right to make with mknod"),
    Row(
      what: "more rights than asked", matches: [device("/dev/nvidia0")], access: .read, gist: "pass /dev/nvidia0"),
    Row(
      what: "access not told", matches: [device("/dev/nvidia0", access: nil)],
      gist: "unknown /dev/nvidia0: access not known: /proc/x: permission denied"),
    Row(
      what: "kind not told", matches: [device("/dev/nvidia0", nil)],
      gist: "unknown /dev/nvidia0: not known: /proc/x: permission denied"),
    Row(
      what: "a failure outweighs what is not told", matches: [device("/dev/a", nil), device("/dev/b", access: [])],
      gist: "fail /dev/b: no right to read and write"),
    Row(
      what: "another mode than the container's node will have", matches: [device("/dev/nvidia0", mode: 0o600)],
      gist: "pass /dev/nvidia0; in the container with mode 0666"),
    Row(
      what: "more than are named", matches: (0..<7).map { device("/dev/nvidia\($0)") },
      gist: "pass /dev/nvidia0, /dev/nvidia1, /dev/nvidia2, /dev/nvidia3, /dev/nvidia4 and 2 more"),
  ]

  @Test("a pattern needs a match, and each match to be a device with the rights asked for", arguments: rows)
  func table(row: Row) throws {
    let requirement = DeviceRequirement(
      origin: Sample.origin, path: Sample.stated(try PathPattern("/dev/nvidia*")), access: Sample.stated(row.access),
      fileMode: Sample.stated(FileMode(0o666)), uid: nil, gid: Sample.stated(0))
    let verdict = try Sample.only(requirement.judge(row.matches))
    #expect(verdict.gist == row.gist)
    #expect(verdict.id.text == "device:/dev/nvidia*")
    #expect(verdict.evidence.count == max(1, row.matches.count))
    #expect(row.remedy.map { verdict.remedy?.contains($0) == true } ?? true, "\(verdict.remedy ?? "")")
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test("what is wanted says what is to be done with the device")
  func wanted() throws {
    let requirement = DeviceRequirement(
      origin: Sample.origin, path: Sample.stated(try PathPattern("/dev/x")),
      access: Sample.stated([.read, .write, .create]), fileMode: nil, uid: nil, gid: nil)
    #expect(requirement.judge([])[0].wanted == "a device, to read, write and make with mknod")
  }
}
