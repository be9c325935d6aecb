import Core
import Testing

struct OSReleaseTests {
  struct Distribution: Sendable, CustomTestStringConvertible {
    let text: String
    let id: String
    let version: String?
    let prettyName: String

    var testDescription: String { prettyName }
  }

  static let distributions: [Distribution] = [
    Distribution(
      text: """
        PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
        NAME="Debian GNU/Linux"
        VERSION_ID="12"
        VERSION="12 (bookworm)"
        ID=debian
        """, id: "debian", version: "12", prettyName: "Debian GNU/Linux 12 (bookworm)"),
    Distribution(
      text: """
        PRETTY_NAME="Ubuntu 22.04.3 LTS"
        VERSION_ID="22.04"
        ID=ubuntu
        ID_LIKE=debian
        """, id: "ubuntu", version: "22.04", prettyName: "Ubuntu 22.04.3 LTS"),
    Distribution(
      text: """
        NAME="CentOS Linux"
        VERSION="7 (Core)"
        ID="centos"
        ID_LIKE="rhel fedora"
        VERSION_ID="7"
        PRETTY_NAME="CentOS Linux 7 (Core)"

        CENTOS_MANTISBT_PROJECT="CentOS-7"
        """, id: "centos", version: "7", prettyName: "CentOS Linux 7 (Core)"),
    Distribution(
      text: """
        ID="rhel"
        VERSION_ID="7.9"
        PRETTY_NAME="Red Hat Enterprise Linux"
        """, id: "rhel", version: "7.9", prettyName: "Red Hat Enterprise Linux"),
    Distribution(
      text: """
        ID="rocky"
        ID_LIKE="rhel centos fedora"
        VERSION_ID="9.3"
        PRETTY_NAME="Rocky Linux 9.3 (Blue Onyx)"
        """, id: "rocky", version: "9.3", prettyName: "Rocky Linux 9.3 (Blue Onyx)"),
    Distribution(
      text: """
        ID=fedora
        VERSION_ID=39
        PRETTY_NAME="Fedora Linux 39 (Cloud Edition)"
        """, id: "fedora", version: "39", prettyName: "Fedora Linux 39 (Cloud Edition)"),
    Distribution(
      text: """
        ID="amzn"
        ID_LIKE="fedora"
        VERSION_ID="2023"
        PRETTY_NAME="Amazon Linux 2023"
        """, id: "amzn", version: "2023", prettyName: "Amazon Linux 2023"),
    Distribution(
      text: """
        ID="opensuse-tumbleweed"
        # VERSION="20240101"
        VERSION_ID="20240101"
        PRETTY_NAME="openSUSE Tumbleweed"
        """, id: "opensuse-tumbleweed", version: "20240101", prettyName: "openSUSE Tumbleweed"),
    Distribution(
      text: """
        ID="sles"
        VERSION_ID="15.5"
        PRETTY_NAME="SUSE Linux Enterprise Server 15 SP5"
        """, id: "sles", version: "15.5", prettyName: "SUSE Linux Enterprise Server 15 SP5"),
    Distribution(
      text: """
        ID=alpine
        VERSION_ID=3.19.1
        PRETTY_NAME="Alpine Linux v3.19"
        """, id: "alpine", version: "3.19.1", prettyName: "Alpine Linux v3.19"),
    Distribution(
      text: """
        NAME="Arch Linux"
        PRETTY_NAME="Arch Linux"
        ID=arch
        BUILD_ID=rolling
        """, id: "arch", version: nil, prettyName: "Arch Linux"),
    Distribution(
      text: """
        NAME="Flatcar Container Linux by Kinvolk"
        ID=flatcar
        ID_LIKE=coreos
        VERSION_ID=3815.2.0
        PRETTY_NAME="Flatcar Container Linux by Kinvolk 3815.2.0 (Oklo)"
        """, id: "flatcar", version: "3815.2.0",
      prettyName: "Flatcar Container Linux by Kinvolk 3815.2.0 (Oklo)"),
  ]

  @Test("twelve distributions", arguments: distributions)
  func distribution(row: Distribution) {
    let system = OSRelease.parse(Array(row.text.utf8))
    #expect(system == OperatingSystem(id: row.id, version: row.version, prettyName: row.prettyName))
  }

  @Test(
    "a value is a shell word",
    arguments: [
      ("a", "a"), ("'a b'", "a b"), (#""a \"b\" \$c \\ \`""#, #"a "b" $c \ `"#), (#""a\n""#, #"a\n"#),
      (#"'a\n'"#, #"a\n"#), (#"a\ b"#, "a b"), (#"a'b'"c""#, "abc"), ("a \t", "a"), ("a # why", "a"), ("a#b", "a#b"),
      ("\"#\"", "#"), ("\"é\"", "é"),
    ])
  func word(written: String, value: String) {
    #expect(OSRelease.parse(Array("PRETTY_NAME=\(written)\n".utf8)).prettyName == value)
  }

  @Test(
    "a line that is no assignment is passed over",
    arguments: [
      "ID='rhel", "ID=\"rhel", "ID=rhel x", "ID =rhel", "#ID=rhel", "=rhel", "ID", "ID=rhel\\", "export ID=rhel",
      "ID=\"a\\", "ID=", "ID=\"\"", "", "\u{FEFF}ID=rhel",
    ])
  func noAssignment(line: String) {
    #expect(OSRelease.parse(Array("\(line)\nVERSION_ID=7\n".utf8)).id == "linux")
  }

  @Test("the last assignment holds, blanks before and line ends of Windows do no harm")
  func lines() {
    let system = OSRelease.parse(Array("ID=a\r\n  ID=b\r\n\r\nVERSION_ID='7'\r\n".utf8))
    #expect(system == OperatingSystem(id: "b", version: "7", prettyName: nil))
  }

  @Test("bytes that are no text make no difference elsewhere")
  func notText() {
    let system = OSRelease.parse([0xFF, 0x00, 0x0A] + Array("ID=debian\nVERSION_ID=\"".utf8) + [0xFF, 0x22])
    #expect(system == OperatingSystem(id: "debian", version: "\u{FFFD}", prettyName: nil))
  }

  @Test(
    "the file beside it tells the same version in more detail, or nothing",
    arguments: [
      ("7", "CentOS Linux release 7.4.1708 (Core)\n", "7.4.1708"), ("12", "12.5\n", "12.5"),
      ("7", "7\n", "7"), ("7", "Release 70.1", "7"), ("7", "release 8.1", "7"), ("22.04", "bookworm/sid\n", "22.04"),
      ("2023", "Amazon Linux release 2023.4.20240319 (Amazon Linux)", "2023.4.20240319"), ("7", "7..", "7"),
      ("7", "7.4.", "7.4"), ("7", "", "7"),
    ])
  func refine(version: String, text: String, refined: String) {
    let system = OperatingSystem(id: "x", version: version, prettyName: "y")
    let expected = OperatingSystem(id: "x", version: refined, prettyName: "y")
    #expect(OSRelease.refine(system, by: Array(text.utf8)) == expected)
  }

  @Test("a system without a version gets none")
  func refineNothing() {
    let system = OperatingSystem(id: "arch", version: nil, prettyName: nil)
    #expect(OSRelease.refine(system, by: Array("1.2".utf8)) == system)
  }
}
