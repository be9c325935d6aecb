import Core
import Testing

@testable import Host

@Suite("The operating system of a root")
struct OperatingSystemProbeTests {
  static func reading(_ files: [String: String]) throws -> Reading<OperatingSystem> {
    let scratch = try ScratchRoot()
    for (path, text) in files { try scratch.write(path, text) }
    return Probe.operatingSystem(in: try Root(scratch.path))
  }

  static let debian = OperatingSystem(id: "debian", version: "12", prettyName: nil)

  @Test(
    "is that of os-release, in /etc first",
    arguments: [
      ["etc/os-release": "ID=debian\nVERSION_ID=\"12\"\n"], ["usr/lib/os-release": "ID=debian\nVERSION_ID=12\n"],
      ["etc/os-release": "ID=debian\nVERSION_ID='12'\n", "usr/lib/os-release": "ID=other\n"],
      // Nothing exact, something that is not, and something of another release.
      ["etc/os-release": "ID=debian\nVERSION_ID=12\n", "etc/debian_version": "bookworm/sid\n"],
      ["etc/os-release": "ID=debian\nVERSION_ID=12\n", "etc/debian_version": "11.4\n"],
      ["etc/os-release": "ID=debian\nVERSION_ID=12\n", "etc/system-release/x": ""],
    ])
  func release(files: [String: String]) throws {
    let path = files["etc/os-release"] == nil ? "/usr/lib/os-release" : "/etc/os-release"
    #expect(try Self.reading(files) == .known(Self.debian, Evidence(source: path, text: "ID=debian VERSION_ID=12")))
  }

  @Test("has the version that the file beside it tells in more detail")
  func exact() throws {
    let reading = try Self.reading([
      "etc/os-release": "ID=\"centos\"\nVERSION_ID=\"7\"\nPRETTY_NAME=\"CentOS Linux 7 (Core)\"\n",
      "etc/system-release": "CentOS Linux release 7.4.1708 (Core)\n",
    ])
    #expect(
      reading
        == .known(
          OperatingSystem(id: "centos", version: "7.4.1708", prettyName: "CentOS Linux 7 (Core)"),
          Evidence(
            source: "/etc/os-release, /etc/system-release",
            text: "ID=centos VERSION_ID=7; CentOS Linux release 7.4.1708 (Core)")))
  }

  @Test("is found where /etc/os-release is a link, and not outside of the root")
  func link() throws {
    let scratch = try ScratchRoot()
    try scratch.link("etc/os-release", to: "../../../../../../usr/lib/os-release")
    #expect(
      Probe.operatingSystem(in: try Root(scratch.path))
        == .unreadable(Evidence(source: "/etc/os-release, /usr/lib/os-release", text: "there is neither")))
    try scratch.write("usr/lib/os-release", "ID=debian\nVERSION_ID=12\n")
    #expect(Probe.operatingSystem(in: try Root(scratch.path)).value == Self.debian)
  }

  @Test("is not known where os-release cannot be read")
  func unreadable() throws {
    #expect(
      try Self.reading(["etc/os-release/x": ""])
        == .unreadable(Evidence(source: "/etc/os-release", text: "invalid argument")))
    let long = String(repeating: "#", count: Limits.releaseFileBytes + 1)
    #expect(
      try Self.reading(["etc/os-release": long])
        == .unreadable(Evidence(source: "/etc/os-release", text: "file too large")))
  }
}
