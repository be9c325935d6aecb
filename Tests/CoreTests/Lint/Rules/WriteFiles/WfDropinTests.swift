import Testing

@testable import Core

/// Rules about units and drop-ins among the files.
@Suite struct WfDropinTests {
  @Test(
    "a file of nodeup's is found",
    arguments: [
      (
        "/etc/systemd/system/containerd.service.d/10-kops.conf",
        "give it a name that sorts behind, such as 20-local.conf"
      ),
      ("/lib/systemd/system/kubelet.service", "write a drop-in: /etc/systemd/system/kubelet.service.d/20-local.conf"),
      ("/etc//sysconfig/kubelet", "set it in the kops cluster or instance group, or in a drop-in"),
    ])
  func collides(path: String, help: String) {
    #expect(expect(WfDropinCollides.self, in: filesConfig("{path: ⟦\(path)⟧}")).map(\.help) == [help])
  }

  @Test(
    "a drop-in of another name, and files of that name elsewhere, are not",
    arguments: [
      "/etc/systemd/system/kubelet.service.d/20-a.conf", "/etc/systemd/system/a.service.d/10-kops.conf",
      "/root/kubelet.service", "/etc/sysconfig/kubelet.bak", "etc/sysconfig/kubelet",
    ])
  func apart(path: String) {
    expect(WfDropinCollides.self, in: filesConfig("{path: \(path)}"))
  }

  @Test(
    "a unit or drop-in that nothing has systemd read is found",
    arguments: [
      "/etc/systemd/system/a.service", "/usr/lib/systemd/system/b.timer", "/run/systemd/system/a.service.d/b.conf",
    ])
  func unread(path: String) {
    expect(WfDropinNoReload.self, in: filesConfig("{path: ⟦\(path)⟧}"))
    expect(WfDropinNoReload.self, in: filesConfig("{path: ⟦\(path)⟧}") + "bootcmd: [systemctl daemon-reload]\n")
  }

  @Test(
    "one that a command behind makes it read is not",
    arguments: [
      "runcmd: [systemctl daemon-reload]", "runcmd: [[systemctl, enable, --now, a.service]]",
      "power_state: {mode: reboot}",
    ])
  func read(line: String) {
    expect(WfDropinNoReload.self, in: filesConfig("{path: /etc/systemd/system/a.service}") + line + "\n")
  }

  @Test(
    "other files, and drop-ins of what nodeup starts, are not",
    arguments: [
      "/etc/systemd/journald.conf.d/a.conf", "/etc/systemd/system/a.conf", "/etc/systemd/system/a.service.d/README",
      "/etc/systemd/system/kops-configuration.service.d/a.conf", "/etc/systemd/system/kubelet.service.d/a.conf",
    ])
  func otherFiles(path: String) {
    expect(WfDropinNoReload.self, in: filesConfig("{path: \(path)}"))
  }

  @Test(
    "nodeup reloads, too, where it runs", arguments: [("Node", nil), ("Bastion", "⟦/etc/systemd/system/a.service⟧")])
  func nodeup(role: String, found: String?) {
    let path = found ?? "/etc/systemd/system/a.service"
    expect(WfDropinNoReload.self, in: configGroup(role: role, "write_files: [{path: \(path)}]"))
  }

  @Test("a script or a document of this program reloads, too")
  func otherParts() {
    let head = "#cloud-config-archive\n- |\n  #cloud-config\n  write_files: [{path: /etc/systemd/system/a.service}]\n"
    expect(WfDropinNoReload.self, in: head + "- |\n  #!/bin/sh\n  systemctl daemon-reload\n")
    expect(
      WfDropinNoReload.self,
      in: head + "- type: text/cloud-boothook\n  content: |\n    #!/usr/bin/bringup apply\n    apiVersion: bringup/v1\n"
    )
  }
}
