import Core
import Testing

@Suite struct OwnerRequestTests {
  @Test("recorded owners are split as cloud-init split them", arguments: Vectors.cases("owner"))
  func recorded(vector: JSON) throws {
    let text = try #require(vector["owner"]?.string)
    let owner = entry("path: /a", "owner: '\(text)'").files.first?.write.owner
    #expect(
      owner
        == OwnerRequest(
          user: vector["user"]?.string.map { .name($0) }, group: vector["group"]?.string.map { .name($0) }))
  }

  @Test(
    "numbers are users and groups, which cloud-init cannot do",
    arguments: [
      ("'1000:1000'", OwnerRequest(user: .id(1000), group: .id(1000))),
      ("1000:1000", OwnerRequest(user: .id(1000), group: .id(1000))),
      ("app:33", OwnerRequest(user: .name("app"), group: .id(33))), (":0", OwnerRequest(user: nil, group: .id(0))),
      ("1000", OwnerRequest(user: .id(1000), group: nil)), ("&o 1000", OwnerRequest(user: .id(1000), group: nil)),
      ("0", OwnerRequest(user: .id(0), group: nil)),
      ("'4294967294'", OwnerRequest(user: .id(4_294_967_294), group: nil)),
      ("'4294967295'", OwnerRequest(user: .name("4294967295"), group: nil)),
      ("'10a'", OwnerRequest(user: .name("10a"), group: nil)),
    ])
  func numbers(yaml: String, owner: OwnerRequest) {
    #expect(entry("path: /a", "owner: \(yaml)").files.first?.write.owner == owner)
  }

  @Test(
    "an owner of nothing keeps what is there",
    arguments: ["''", "~", "", "none", "NONE:None", "'-1'", "-1", "false", "[]", "{}", "0.0", "' : '"])
  func unchanged(yaml: String) {
    #expect(entry("path: /a", "owner: \(yaml)").files.first?.write.owner == OwnerRequest(user: nil, group: nil))
  }

  @Test("an entry without an owner belongs to root")
  func standard() {
    #expect(entry("path: /a").files.first?.write.owner == .root)
  }

  @Test(
    "an owner that stops cloud-init fails the part",
    arguments: [
      ("yes", "owner is a boolean; write \"USER:GROUP\""), ("[root]", "owner is a list; write \"USER:GROUP\""),
      ("{user: root}", "owner is a mapping; write \"USER:GROUP\""), ("1.5", "owner is a number; write \"USER:GROUP\""),
      ("2024-01-01", "owner is a date; write \"USER:GROUP\""),
      ("!!binary cm9vdA==", "owner is binary data; write \"USER:GROUP\""),
      ("&o 33:33", "owner was read as the number 2013, in base 60, 16, 8 or 2; quote it, e.g. \"33:33\""),
      ("33:33", "owner was read as the number 2013, in base 60, 16, 8 or 2; quote it, e.g. \"33:33\""),
      ("0100", "owner was read as the number 64, in base 60, 16, 8 or 2; quote it, e.g. \"33:33\""),
      ("-2", "owner is a number below 0 or above 4294967294; write a user's name or number"),
      ("4294967295", "owner is a number below 0 or above 4294967294; write a user's name or number"),
      ("99999999999999999999", "owner is a number below 0 or above 4294967294; write a user's name or number"),
    ])
  func refused(yaml: String, sentence: String) {
    #expect(entry("path: /a", "owner: \(yaml)").errors == ["test.yaml:3:10: " + sentence])
  }
}
