import Testing

@testable import Core

/// Rules about the time at which bootcmd runs. Each row is an item, and what stands beside the key.
@Suite struct BootcmdTests {
  private static func config(_ item: String, _ rest: String = "") -> String {
    "#cloud-config\n\(rest)bootcmd:\n  - \(item)\n"
  }

  @Test(
    "what appends once more at each boot is found",
    arguments: [
      "echo a ⟦>> /etc/hosts⟧", "echo a | tee ⟦-a⟧ /etc/hosts", "sed -i ⟦'$a b'⟧ /etc/hosts", "(a; b) ⟦>> /etc/b⟧",
      "cloud-init-per always x sh -c y ⟦>> /etc/a⟧",
    ])
  func append(item: String) {
    expect(BootcmdAppendEveryBoot.self, in: Self.config(item))
  }

  @Test(
    "what asks first, or does not last, is not",
    arguments: [
      "echo a > /etc/hosts", "echo a >> /run/x", "grep -q a /etc/hosts || echo a >> /etc/hosts",
      "if a; then b >> /etc/c; fi", "a >> /var/log/b.log", "cloud-init-per once x sh -c y >> /etc/a", "tee /etc/a",
      "sed -i 's/a/b/' /etc/a", "a >> $file",
    ])
  func noAppend(item: String) {
    expect(BootcmdAppendEveryBoot.self, in: Self.config(item))
    expect(BootcmdAppendEveryBoot.self, in: "#cloud-config\nruncmd:\n  - echo a >> /etc/hosts\n")
  }

  @Test(
    "what is added to a file that the script has begun anew is not",
    arguments: [
      ["echo a > /etc/b", "echo c >> /etc/b"], ["rm -f /etc/b", "echo c | tee -a /etc/b", "d >> /etc/b"],
      ["> /etc/b", "(c; d) >> /etc/b"], ["truncate -s 0 /etc/b; echo c >> /etc/b"],
      ["echo a > /etc/b", "sed -i '$a c' /etc/b"],
    ])
  func begunAnew(items: [String]) {
    expect(BootcmdAppendEveryBoot.self, in: Self.config(items.joined(separator: "\n  - ")))
  }

  @Test(
    "but one that may not be, or is so only later, is",
    arguments: [
      ["test -e /a && rm /etc/b", "echo c ⟦>> /etc/b⟧"], ["echo c ⟦>> /etc/b⟧", "rm /etc/b"],
      ["for a in $b; do rm /etc/b; done", "echo c ⟦>> /etc/b⟧"], ["echo a > /etc/a", "echo c ⟦>> /etc/b⟧"],
      ["cloud-init-per once a rm /etc/b", "echo c ⟦>> /etc/b⟧"],
    ])
  func begunPerhaps(items: [String]) {
    expect(BootcmdAppendEveryBoot.self, in: Self.config(items.joined(separator: "\n  - ")))
  }

  private static let file = "write_files:\n  - {path: /opt/a.sh, content: b}\n"

  @Test(
    "a file that is not written yet is found",
    arguments: ["⟦/opt/a.sh⟧ x", "sh ⟦/opt/a.sh⟧", "chmod 755 ⟦/opt/a.sh⟧", "cat < ⟦/opt/a.sh⟧", "[bash, ⟦/opt/a.sh⟧]"])
  func writtenLater(item: String) {
    expect(BootcmdUsesWriteFiles.self, in: Self.config(item, Self.file))
  }

  @Test(
    "a file that is only named, written or asked for is not",
    arguments: [
      "echo /opt/a.sh > /etc/b", "a > /opt/a.sh", "[ -e /opt/a.sh ] && sh /opt/a.sh", "sh /opt/a", "rm -f /opt/a.sh",
    ])
  func named(item: String) {
    expect(BootcmdUsesWriteFiles.self, in: Self.config(item, Self.file))
    expect(
      BootcmdUsesWriteFiles.self,
      in: Self.config("sysctl -p /opt/a.sh", "write_files:\n  - {path: /opt/a.sh, append: true}\n"))
  }

  @Test(
    "what needs names to be looked up is found",
    arguments: [
      "⟦curl⟧ -O https://a.org/b", "⟦apt-get⟧ -y install a", "a && ⟦git⟧ clone b", "[⟦wget⟧, x]", "⟦rsync⟧ -a h:/a /b",
      "⟦docker⟧ pull a",
    ])
  func network(item: String) {
    expect(BootcmdNetwork.self, in: Self.config(item))
  }

  @Test(
    "what tries again, or needs none, is not",
    arguments: [
      "until curl a; do sleep 1; done", "curl --retry 5 a", "curl http://169.254.169.254/latest", "apt-get clean",
      "echo curl", "curl a &", "rsync -a /a /b", "rsync --chown=a:b /a /b", "curl http://127.0.0.1:80/a", "docker ps",
      "crictl images",
    ])
  func noNetwork(item: String) {
    expect(BootcmdNetwork.self, in: Self.config(item))
    expect(BootcmdNetwork.self, in: "#cloud-config\nruncmd: [curl a]\n")
  }

  @Test("what waits for a unit is found, and does not wait any more")
  func blocking() {
    expect(
      BootcmdSystemctlBlocking.self, in: Self.config("a && ⟦systemctl⟧ -q restart b", ""),
      fixed: Self.config("a && systemctl --no-block -q restart b"))
    expect(
      BootcmdSystemctlBlocking.self, in: Self.config("⟦/bin/systemctl⟧ enable --now b"),
      fixed: Self.config("/bin/systemctl --no-block enable --now b"))
    expect(BootcmdSystemctlBlocking.self, in: Self.config("[⟦systemctl⟧, start, b]"))
    expect(BootcmdSystemctlBlocking.self, in: Self.config("⟦service⟧ b restart"))
    expect(BootcmdSystemctlBlocking.self, in: Self.config("⟦timedatectl⟧ set-timezone UTC"))
  }

  @Test(
    "what does not wait is not",
    arguments: [
      "systemctl --no-block restart b", "systemctl daemon-reload", "systemctl enable b",
      "systemctl restart systemd-sysctl",
      "systemctl restart b &", "systemctl mask b", "systemctl try-restart b", "service b condrestart",
      "service b status", "echo systemctl start",
    ])
  func notBlocking(item: String) {
    expect(BootcmdSystemctlBlocking.self, in: Self.config(item))
    expect(BootcmdSystemctlBlocking.self, in: "#cloud-config\nruncmd: [systemctl restart b]\n")
  }

  private static let users = "users:\n  - default\n  - {name: app}\n"

  @Test(
    "a user that comes later is found",
    arguments: ["chown -R ⟦app:app⟧ /a", "sudo -u ⟦app⟧ a", "su - ⟦ubuntu⟧ -c a", "[chown, ⟦app⟧, /a]"])
  func user(item: String) {
    expect(BootcmdNeedsUser.self, in: Self.config(item, Self.users))
  }

  @Test(
    "one that is there is not",
    arguments: ["chown root:root /a", "chown daemon /app", "sudo -E app", "su -c app", "echo app"])
  func noUser(item: String) {
    expect(BootcmdNeedsUser.self, in: Self.config(item, Self.users))
  }
}
