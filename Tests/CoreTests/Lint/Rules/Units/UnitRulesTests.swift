import Testing

@testable import Core

@Suite struct UnitRulesTests {
  private static func file(_ path: String, _ lines: String..., rest: String = "") -> String {
    "#cloud-config\nwrite_files:\n  - path: \(path)\n\(rest)    content: |\n" + lines.map { "      \($0)\n" }.joined()
  }

  @Test("a line that systemd skips is found")
  func lines() {
    let findings = expect(
      UnitFileInvalid.self, in: Self.file("/etc/systemd/system/a.service.d/b.conf", "⟦TimeoutStartSec=5⟧", "[Service]"))
    #expect(findings.map(\.help) == ["begin with a header, e.g. [Service]"])
    expect(UnitFileInvalid.self, in: Self.file("/lib/systemd/system/a.service", "[Service]", "⟦no equals⟧"))
    expect(UnitFileInvalid.self, in: Self.file("/etc/systemd/system/a.timer", "⟦[Service]⟧"))
    expect(
      UnitFileInvalid.self,
      in: "#cloud-config\nwrite_files:\n  - {path: /etc/systemd/system/a.service, content: ⟦\"[Unit]\\nx\\n\"⟧}\n")
  }

  @Test("a good unit, and what is none, are not")
  func good() {
    expect(
      UnitFileInvalid.self,
      in: Self.file("/etc/systemd/system/a.service", "[Unit]", "After=b.service", "", "[Service]", "ExecStart=/bin/a"))
    expect(UnitFileInvalid.self, in: Self.file("/etc/a.service", "x"))
    expect(UnitFileInvalid.self, in: Self.file("/etc/systemd/system/a.service", "eA==", rest: "    encoding: b64\n"))
    expect(
      UnitFileInvalid.self, in: Self.file("/etc/systemd/system/a.service", "Type=oneshot", rest: "    append: true\n"))
  }

  @Test("a drop-in that is not read is found, in files and in commands")
  func ignored() {
    expect(DropInIgnored.self, in: Self.file("⟦/etc/systemd/system/a.service.d/b⟧", "[Service]"))
    expect(DropInIgnored.self, in: Self.file("⟦/etc/systemd/system/a.serivce.d/b.conf⟧", "[Service]"))
    expect(DropInIgnored.self, in: "#!/bin/sh\necho > ⟦/etc/systemd/system/a.service.d/b.cfg⟧\n")
  }

  @Test(
    "one that is read, and what is none, are not",
    arguments: [
      "/etc/systemd/system/a.service.d/b.conf", "/etc/sysctl.d/a", "/etc/systemd/system/a.service",
      "/etc/systemd/system/service.d/a.conf", "/etc/systemd/journald.conf.d/a",
    ])
  func read(path: String) {
    expect(DropInIgnored.self, in: Self.file(path, "[Service]"))
    expect(
      DropInIgnored.self,
      in: "#!/bin/sh\ncat < /etc/systemd/system/a.service.d/b; a > $d/etc/systemd/system/a.service.d/b\n")
  }
}
