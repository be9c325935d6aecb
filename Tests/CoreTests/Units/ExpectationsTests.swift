import Core
import Testing

@Suite struct ExpectationsTests {
  private func expected(_ text: String, of type: UnitType = .service) throws -> [DropIn.Expectation] {
    try UnitFile.parse(Array(text.utf8), of: type, placement: .whole("a.conf")).expected
  }

  @Test("commands are expected as the manager shows them, in the order of the file")
  func commands() throws {
    let text = """
      [Service]
      ExecStopPost=/bin/c
      ExecStartPre=/bin/a "x y" 5%% $$A ; -/bin/b
      ExecStartPre=/bin/z %n
      """
    #expect(
      try expected(text) == [
        .command(property: "ExecStartPre", arguments: ["/bin/a", "x y", "5%", "$$A"]),
        .command(property: "ExecStartPre", arguments: ["/bin/b"]),
        .command(property: "ExecStopPost", arguments: ["/bin/c"]),
      ])
  }

  @Test("an empty assignment makes the list begin anew")
  func reset() throws {
    let text = "[Service]\nExecStop=/bin/a\nExecStop=\n[Service]\nExecStop=/bin/b\n"
    #expect(try expected(text) == [.command(property: "ExecStop", arguments: ["/bin/b"])])
  }

  @Test(
    "time spans are expected under the names of the bus, and no timeout as infinity",
    arguments: [
      (UnitType.service, "TimeoutSec=5min", ["TimeoutStartUSec": 300_000_000, "TimeoutStopUSec": 300_000_000]),
      (.service, "TimeoutSec=infinity", ["TimeoutStartUSec": .max, "TimeoutStopUSec": .max]),
      (.service, "TimeoutStartSec=0", ["TimeoutStartUSec": .max]), (.service, "RestartSec=0", ["RestartUSec": 0]),
      (.service, "TimeoutSec=1\nTimeoutStopSec=2", ["TimeoutStartUSec": 1_000_000, "TimeoutStopUSec": 2_000_000]),
      (.service, "RestartSec=1\nRestartSec=100ms", ["RestartUSec": 100_000]),
      (.mount, "TimeoutSec=3", ["TimeoutUSec": 3_000_000]),
      (.socket, "TimeoutSec=0", ["TimeoutUSec": .max]), (.scope, "TimeoutStopSec=0", ["TimeoutStopUSec": 0]),
    ] as [(UnitType, String, [String: UInt64])])
  func durations(type: UnitType, lines: String, durations: [String: UInt64]) throws {
    let wanted = durations.sorted { $0.key < $1.key }.map {
      DropIn.Expectation.duration(property: $0.key, microseconds: $0.value)
    }
    #expect(try expected("[\(type.section)]\n\(lines)\n", of: type) == wanted)
  }

  @Test("directives that the manager does not show as either are not expected")
  func others() throws {
    let text =
      "[Unit]\nAfter=a.service b@%i.service\n[Service]\nEnvironment=A=b %n=c\nEnvironmentFile=-%h/x\nRestart=always\nNice=5\n"
    #expect(try expected(text).isEmpty)
  }
}
