import Core
import Foundation
import Glibc
import Testing

@testable import Host

@Suite(.serialized, .enabled(if: BootedNode.isPossible, "root, systemd and systemd-nspawn are needed to boot a node"))
struct ServiceManagerTests {
  private static let unit = """
    [Service]
    Type=oneshot
    ExecStart=/bin/true

    """

  private static func socket(_ node: BootedNode) -> BusSocket {
    BusSocket(path: node.path("/run/systemd/private"), speaker: .manager)
  }

  private static func name(_ text: String) throws -> UnitName { try #require(UnitName(text)) }

  private static func dropIn(_ text: String, expecting expected: [DropIn.Expectation]) throws -> DropIn {
    DropIn(
      origin: Origin(source: "app.yaml"), unit: try name("app.service"), fileName: "50-bringup.conf",
      text: Array(text.utf8), expected: expected)
  }

  /// Reloads the node's manager; what it then shows of `name`.
  private static func state(
    _ name: String, on node: BootedNode, expecting expected: [DropIn.Expectation] = []
  ) throws -> UnitState? {
    switch try ServiceManager.connect(sockets: [socket(node)]) {
    case .none:
      Issue.record("the booted node has no manager")
      return nil
    case .manager(let manager):
      try manager.reload()
      return try manager.state(of: try Self.name(name), expecting: expected)
    }
  }

  @Test("what a drop-in asks for is there after a reload, and read back argument by argument")
  func readBack() throws {
    let node = try BootedNode()
    let dropIn = try Self.dropIn(
      """
      [Service]
      ExecStartPre=/bin/sh -c "echo 'a  b'; true" ""
      ExecStopPost=-/bin/touch /tmp/100%%
      TimeoutStartSec=infinity
      RestartSec=1500ms

      """,
      expecting: [
        .command(property: "ExecStartPre", arguments: ["/bin/sh", "-c", "echo 'a  b'; true", ""]),
        .command(property: "ExecStopPost", arguments: ["/bin/touch", "/tmp/100%"]),
        .duration(property: "TimeoutStartUSec", microseconds: .max),
        .duration(property: "RestartUSec", microseconds: 1_500_000),
      ])
    let before = try #require(try Self.state("app.service", on: node, expecting: dropIn.expected))
    #expect(before.load == .notFound)
    #expect(ReadBack.differences(of: [dropIn], in: before) == [])

    try node.write(Self.unit, to: "/etc/systemd/system/app.service")
    try node.write(String(decoding: dropIn.text, as: UTF8.self), to: dropIn.path.text)
    let after = try #require(try Self.state("app.service", on: node, expecting: dropIn.expected))
    #expect(after.load == .loaded)
    #expect(after.active == .inactive)
    #expect(after.fragment?.text == "/etc/systemd/system/app.service")
    #expect(after.dropIns == [dropIn.path])
    #expect(!after.needsReload)
    #expect(ReadBack.differences(of: [dropIn], in: after) == [])
  }

  @Test("a drop-in that another one overrides, or that was not read, is told from one in effect")
  func overridden() throws {
    let node = try BootedNode()
    let endless = DropIn.Expectation.duration(property: "TimeoutStartUSec", microseconds: .max)
    let dropIn = try Self.dropIn("[Service]\nTimeoutStartSec=infinity\n", expecting: [endless])
    try node.write(Self.unit, to: "/etc/systemd/system/app.service")
    try node.write(String(decoding: dropIn.text, as: UTF8.self), to: dropIn.path.text)
    try node.write("[Service]\nTimeoutStartSec=7\n", to: "/run/systemd/system/app.service.d/60-late.conf")
    let state = try #require(try Self.state("app.service", on: node, expecting: [endless]))
    #expect(
      ReadBack.differences(of: [dropIn], in: state).map(\.sentence) == [
        "app.service has TimeoutStartUSec 7s, wanted infinity; "
          + "/run/systemd/system/app.service.d/60-late.conf is read later and may replace it"
      ])
    let absent = DropIn(
      origin: dropIn.origin, unit: dropIn.unit, fileName: "51-bringup.conf", text: [], expected: [endless])
    #expect(
      ReadBack.differences(of: [absent], in: state).map(\.sentence) == [
        "app.service is loaded without /etc/systemd/system/app.service.d/51-bringup.conf; see systemctl cat app.service"
      ])
  }

  @Test("a masked unit, one with an error and a template are what they are")
  func otherUnits() throws {
    let node = try BootedNode()
    try node.write("", to: "/etc/systemd/system/masked.service")
    try node.write("[Service]\nType=oneshot\n", to: "/etc/systemd/system/bad.service")
    try node.write(Self.unit, to: "/etc/systemd/system/many@.service")
    #expect(try Self.state("masked.service", on: node)?.load == .masked)
    #expect(try Self.state("bad.service", on: node)?.load == .other("bad-setting"))
    #expect(try Self.state("many@.service", on: node) == nil)
    #expect(try Self.state("many@1.service", on: node)?.load == .loaded)
    #expect(try Self.state("basic.target", on: node)?.load == .loaded)
  }

  @Test("the system bus leads to the manager too, once it is up")
  func systemBus() throws {
    let node = try BootedNode()
    try node.wait(for: "/run/dbus/system_bus_socket")
    let socket = BusSocket(path: node.path("/run/dbus/system_bus_socket"), speaker: .bus)
    switch try ServiceManager.connect(sockets: [socket]) {
    case .none: Issue.record("no manager on the system bus")
    case .manager(let manager):
      try manager.reload()
      #expect(try manager.state(of: try Self.name("basic.target"), expecting: [])?.load == .loaded)
    }
  }

  @Test("the boot is over when systemd says so")
  func booting() throws {
    let node = try BootedNode()
    switch try ServiceManager.connect(sockets: [Self.socket(node)]) {
    case .none: Issue.record("the booted node has no manager")
    case .manager(let manager):
      var isBooting = try manager.isBooting()
      for _ in 0..<3000 where isBooting {
        usleep(10_000)
        isBooting = try manager.isBooting()
      }
      #expect(!isBooting)
    }
  }

  @Test("a manager that hangs is given up on, connected or not")
  func hang() throws {
    let node = try BootedNode()
    let patience = ServiceManager.Patience(connect: .milliseconds(200), read: .seconds(25), reload: .milliseconds(200))
    let socket = Self.socket(node)
    switch try ServiceManager.connect(sockets: [socket]) {
    case .none: Issue.record("the booted node has no manager")
    case .manager: break
    }
    guard case .manager(let manager) = try ServiceManager.connect(sockets: [socket], patience: patience) else {
      Issue.record("the booted node has no manager")
      return
    }
    kill(node.leader, SIGSTOP)
    #expect(throws: HostError("call Reload", nil, .timedOut)) { try manager.reload() }
    #expect(throws: HostError("connect to", socket.path, .timedOut)) {
      _ = try ServiceManager.connect(sockets: [socket], patience: patience)
    }
  }
}
