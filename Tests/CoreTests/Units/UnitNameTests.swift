import Core
import Testing

@Suite struct UnitNameTests {
  @Test(
    "a good name is told by its characters and its type",
    arguments: [
      ("kops-configuration.service", UnitType.service), ("getty@tty1.service", .service), ("getty@.service", .service),
      ("a.b.service.socket", .socket), ("-.mount", .mount), ("foo-.slice", .slice), ("dev-sda\\x2d1.device", .device),
      ("a@b@c.timer", .timer), ("A:_0.target", .target), ("x.automount", .automount), ("x.swap", .swap),
      ("x.path", .path),
      ("x.scope", .scope),
    ])
  func valid(text: String, type: UnitType) throws {
    let name = try #require(UnitName(text))
    #expect(name.text == text)
    #expect(name.type == type)
  }

  @Test(
    "anything else is no unit name",
    arguments: [
      "", ".service", "foo", "foo.", "foo.conf", "foo.Service", "@.service", "@x.service", "a b.service", "a/b.service",
      "é.service", "a%i.service", "service", "foo.service\n", "foo.service.d", "../a.service", "a\0.service",
      String(repeating: "a", count: 248) + ".service",
    ])
  func invalid(text: String) {
    #expect(UnitName(text) == nil)
  }

  @Test("a name has at most 255 bytes")
  func longest() {
    #expect(UnitName(String(repeating: "a", count: 247) + ".service") != nil)
  }

  @Test("names are ordered by byte")
  func order() throws {
    let names = ["b.service", "a.service", "B.service", "a-b.service"].compactMap(UnitName.init)
    #expect(names.sorted().map(\.text) == ["B.service", "a-b.service", "a.service", "b.service"])
  }
}
