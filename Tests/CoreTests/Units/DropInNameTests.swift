import Core
import Testing

@Suite struct DropInNameTests {
  @Test(
    "systemd reads files that end in .conf", arguments: ["50-bringup.conf", "a b.conf", "é.conf", "x.service.conf"])
  func valid(text: String) {
    #expect(DropInName(text)?.text == text)
  }

  @Test(
    "it passes over others",
    arguments: [
      "", ".conf", ".a.conf", "a.con", "conf", "a.conf~", "a/b.conf", "../a.conf", "a\nb.conf", "a\0.conf",
      String(repeating: "a", count: 251) + ".conf",
    ])
  func invalid(text: String) {
    #expect(DropInName(text) == nil)
  }
}
