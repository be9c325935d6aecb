import Testing

@testable import Core

@Suite("Rules of a device control group")
struct DeviceRulesTests {
  static let null = DeviceReading.Kind.character(major: 1, minor: 3)
  static let disk = DeviceReading.Kind.block(major: 8, minor: 0)

  static func access(_ rules: String, _ kind: DeviceReading.Kind) -> DeviceAccess {
    DeviceRules(Array(rules.utf8)).access(to: kind)
  }

  @Test(
    "allow what a rule names",
    arguments: [
      ("a *:* rwm\n", null, [.read, .write, .create]),
      ("a *:* rwm\n", disk, [.read, .write, .create]),
      ("c 1:3 r\n", null, .read),
      ("c 1:* w\n", null, .write),
      ("c *:3 m\n", null, .create),
      ("c 1:3 r\nc 1:* m\n", null, [.read, .create]),
      ("b 8:0 rw", disk, [.read, .write]),
    ] as [(String, DeviceReading.Kind, DeviceAccess)])
  func allowed(rules: String, kind: DeviceReading.Kind, access: DeviceAccess) {
    #expect(Self.access(rules, kind) == access)
  }

  @Test(
    "allow nothing else",
    arguments: [
      ("", null), ("b 1:3 rwm", null), ("c 1:4 rwm", null), ("c 2:3 rwm", null), ("c 8:0 rwm", disk),
      ("c 1:3", null), ("c 1 rwm", null), ("c 1:3:5 rwm", null), ("c x:3 rwm", null), ("d 1:3 rwm", null),
      ("cc 1:3 rwm", null), ("c 1:3 rwx", null), ("c 1:3 rwm more", null), ("c 4294967297:3 rwm", null),
      ("a *:* rwm", .directory), ("a *:* rwm", .other("a regular file")),
    ] as [(String, DeviceReading.Kind)])
  func refused(rules: String, kind: DeviceReading.Kind) {
    #expect(Self.access(rules, kind) == [])
  }

  static let status = "Name:\tx\nCapPrm:\t0000000000000000\nCapEff:\t000001ffffffffff\n"
  static let map = "         0          0 4294967295\n"

  static func mayMake(_ status: String, _ map: String, _ rules: String?) -> Bool? {
    DeviceCreation(
      status: Array(status.utf8), idMap: Array(map.utf8), rules: rules.map { DeviceRules(Array($0.utf8)) }
    )?.allows(null)
  }

  @Test(
    "and capabilities tell together whether a device can be made",
    arguments: [
      ("all capabilities", status, map, nil, true),
      ("CAP_MKNOD alone", "CapEff:\t0000000008000000\n", map, nil, true),
      ("all but CAP_MKNOD", "CapEff:\t000001fff7ffffff\n", map, nil, false),
      ("another user namespace", status, "0 1000 1\n", nil, false),
      ("no user namespace's map", status, "", nil, false),
      ("rules that allow it", status, map, "c 1:3 m", true),
      ("rules that do not", status, map, "c 1:3 rw", false),
      ("no CapEff", "Name:\tx\n", map, nil, nil),
      ("a CapEff that is no number", "CapEff:\tx\n", map, nil, nil),
    ] as [(String, String, String, String?, Bool?)])
  func creation(name: String, status: String, map: String, rules: String?, mayMake: Bool?) {
    #expect(Self.mayMake(status, map, rules) == mayMake, "\(name)")
  }
}
