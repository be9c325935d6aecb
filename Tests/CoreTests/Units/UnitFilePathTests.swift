import Core
import Testing

@Suite struct UnitFilePathTests {
  @Test(
    "unit files lie in the manager's directories",
    arguments: [
      ("/etc/systemd/system/kubelet.service", "kubelet.service"),
      ("/lib/systemd/system/getty@.service", "getty@.service"),
      ("/usr/lib/systemd/system/-.mount", "-.mount"), ("/run/systemd/system/a.timer", "a.timer"),
      ("/usr/local/lib/systemd/system/a.path", "a.path"), ("/etc//systemd/./system/a.socket", "a.socket"),
    ])
  func unitFile(path: String, unit: String) throws {
    let name = try #require(UnitName(unit))
    let found = UnitFilePath(try AbsolutePath(path))
    #expect(found == .unit(name))
    #expect(found?.type == name.type)
  }

  @Test(
    "drop-ins lie in directories named after units",
    arguments: [
      ("/etc/systemd/system/kubelet.service.d/10-kops.conf", "kubelet.service", "10-kops.conf"),
      ("/lib/systemd/system/getty@tty1.service.d/a.conf", "getty@tty1.service", "a.conf"),
      ("/run/systemd/system/getty@.service.d/a.conf", "getty@.service", "a.conf"),
      ("/etc/systemd/system/foo-.service.d/a.conf", "foo-.service", "a.conf"),
    ])
  func dropIn(path: String, unit: String, file: String) throws {
    let name = try #require(UnitName(unit))
    let fileName = try #require(DropInName(file))
    #expect(UnitFilePath(try AbsolutePath(path)) == .dropIn(of: .unit(name), file: fileName))
  }

  @Test("a directory named after a type is for every unit of it")
  func typeWide() throws {
    let name = try #require(DropInName("50-limits.conf"))
    let found = UnitFilePath(try AbsolutePath("/etc/systemd/system/service.d/50-limits.conf"))
    #expect(found == .dropIn(of: .type(.service), file: name))
    #expect(found?.type == .service)
  }

  @Test(
    "the manager does not read anything else",
    arguments: [
      "/", "/a.service", "/etc/a.service", "/etc/systemd/system.conf", "/etc/systemd/system/README",
      "/etc/systemd/user/a.service",
      "/etc/systemd/system/a.service.d/a.txt", "/etc/systemd/system/a.service.d/.a.conf",
      "/etc/systemd/system/a.service.d/b/a.conf", "/etc/systemd/system/.d/a.conf",
      "/etc/systemd/system/nothing.d/a.conf",
      "/etc/systemd/system/a.service.wants/b.service", "/run/systemd/generator/a.service", "/etc/systemd/system",
      "/etc/systemd/system/sub/a.service", "/opt/etc/systemd/system/a.service",
    ])
  func others(path: String) throws {
    #expect(UnitFilePath(try AbsolutePath(path)) == nil)
  }
}
