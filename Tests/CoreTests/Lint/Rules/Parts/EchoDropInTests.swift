import Testing

@testable import Core

@Suite struct EchoDropInTests {
  private static let head = """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    spec:
      additionalUserData:

    """

  @Test("commands that build a drop-in become a document beside what is left of their part")
  func document() {
    let findings = expect(
      EchoDropIn.self,
      in: Self.head + """
          - name: setup.txt
            type: text/cloud-config
            content: |
              #cloud-config
              runcmd: [date]
              bootcmd:
                - ⟦mkdir -p /etc/systemd/system/a.service.d⟧
                - echo '[Service]' > /etc/systemd/system/a.service.d/b.conf
                - echo "ExecStartPre=/bin/echo  a" >> /etc/systemd/system/a.service.d/b.conf # kept as one
                - echo TimeoutSec=infinity # forever >> /etc/systemd/system/a.service.d/b.conf
                - systemctl daemon-reload
          - name: last.sh
            type: text/x-shellscript
            content: "#!/bin/sh"
        """,
      fixed: Self.head + """
          - name: setup.txt
            type: text/cloud-config
            content: |
              #cloud-config
              runcmd: [date]
          - name: setup-units.yaml
            type: text/cloud-boothook
            content: |
              #!/usr/bin/bringup apply
              apiVersion: bringup/v1
              units:
                a.service:
                  dropIn: b.conf
                  execStartPre:
                    - /bin/echo  a
                  timeoutSec: infinity
          - name: last.sh
            type: text/x-shellscript
            content: "#!/bin/sh"
        """)
    #expect(
      findings.map(\.message) == [
        "4 commands build the drop-in \"b.conf\" of a.service with echo, and again at each boot"
      ])
  }

  @Test("where nothing else is in the part, the document takes its place")
  func inPlace() {
    expect(
      EchoDropIn.self,
      in: Self.head + """
          - name: setup.txt
            type: text/cloud-config
            content: |
              #cloud-config
              bootcmd:
                - ⟦echo [Unit] >> /etc/systemd/system/a.service.d/b.conf⟧
                - echo After=b.service >> /etc/systemd/system/a.service.d/b.conf
        """,
      fixed: Self.head + """
          - name: setup.txt
            type: text/cloud-boothook
            content: |
              #!/usr/bin/bringup apply
              apiVersion: bringup/v1
              units:
                a.service:
                  dropIn: b.conf
                  raw: |
                    [Unit]
                    After=b.service
        """)
  }

  @Test("other commands stay, and with them the reload")
  func otherCommands() {
    expect(
      EchoDropIn.self,
      in: Self.head + """
          - name: setup.txt
            type: text/cloud-config
            content: |
              bootcmd:
                - modprobe br_netfilter
                - ⟦echo [Service] >> /run/systemd/system/a.service.d/b.conf⟧
                - echo Restart=always >> /run/systemd/system/a.service.d/b.conf
                - systemctl daemon-reload
        """,
      fixed: Self.head + """
          - name: setup.txt
            type: text/cloud-config
            content: |
              bootcmd:
                - modprobe br_netfilter
                - systemctl daemon-reload
          - name: setup-units.yaml
            type: text/cloud-boothook
            content: |
              #!/usr/bin/bringup apply
              apiVersion: bringup/v1
              units:
                a.service:
                  dropIn: b.conf
                  restart: always

        """)
  }

  @Test(
    "what systemd would not take, or only a shell can tell, is found and left to a person",
    arguments: [
      "echo Nonsense >> /etc/systemd/system/a.service.d/b.conf",
      "echo ExecStartPre=/bin/true >> /etc/systemd/system/a.service.d/b.conf",
    ])
  func notMended(command: String) {
    expect(
      EchoDropIn.self,
      in: Self.head
        + "  - name: a\n    type: text/cloud-config\n    content: |\n      bootcmd:\n        - ⟦\(command)⟧\n")
  }

  private static let service = "echo [Service] > /etc/systemd/system/a.service.d/b.conf"
  private static let timeout = "echo TimeoutSec=1 >> /etc/systemd/system/a.service.d/b.conf"

  /// Each row is the items of bootcmd.
  private static func group(_ items: [String]) -> MarkedSource {
    MarkedSource(
      Self.head + "  - name: a\n    type: text/cloud-config\n    content: |\n      bootcmd:\n"
        + items.map { "        - \($0)\n" }.joined())
  }

  @Test(
    "commands that the document would not do the same as are found and left to a person",
    arguments: [
      ["if test -e /x; then", service, timeout, "fi", "date"], ["'{'", service, timeout, "'}'"],
      ["test -e /x || exit 0", service, timeout], ["set -e", "test -e /x", service, timeout],
      [". /etc/a", service, timeout], ["date &&", service, timeout], ["date \\", service, timeout],
      ["cat > /x <<E", "E", "while read -r a; do", service, timeout, "done"],
      ["printf '[Unit]\\n' > /etc/systemd/system/a.service.d/b.conf", timeout],
      ["rm -rf /etc/systemd/system/*.d", service, timeout], [service, timeout, service, timeout],
      [service, "echo \"A=1\\nTimeoutSec=2\" >> /etc/systemd/system/a.service.d/b.conf"],
      ["echo '[Service]\\c' > /etc/systemd/system/a.service.d/b.conf", timeout], [service, "&a \(timeout)", "date"],
      [service, timeout, "'&& date'"], ["f() {", service, timeout, "'}'"], ["(", service, timeout, ")", "date"],
    ])
  func notTheSame(items: [String]) {
    let findings = Self.group(items).findings(of: [EchoDropIn.self])
    #expect(findings.count == 1 && findings.allSatisfy { $0.fix == nil })
  }

  @Test(
    "whatever else stands beside them does not matter",
    arguments: [
      [service, timeout], ["date", service, timeout, "exit 0"], [service, "if a; then", "b", "fi", timeout],
      ["mkdir -p /etc/systemd/system/a.service.d", service, "(exit 1)", timeout, "systemctl daemon-reload"],
      ["[mkdir, -p, /a]", service, timeout, "cat > /x <<E", "E"], ["|\n          date\n          a", service, timeout],
    ])
  func theSame(items: [String]) {
    let findings = Self.group(items).findings(of: [EchoDropIn.self])
    #expect(findings.count == 1 && findings.allSatisfy { $0.fix != nil })
  }

  @Test("a comment that tells of another command is none of it")
  func comment() {
    expect(
      EchoDropIn.self,
      in: "#cloud-config\nbootcmd:\n  - echo a # like echo b >> /etc/systemd/system/a.service.d/b.conf\n")
  }

  @Test("a file alone is found, too")
  func looseFile() {
    expect(
      EchoDropIn.self,
      in: "#cloud-config\nbootcmd:\n  - ⟦echo [Service] >> /etc/systemd/system/a.service.d/b.conf⟧\n")
  }

  @Test(
    "other commands are none",
    arguments: [
      "echo a >> /etc/a.conf", "echo $A >> /etc/systemd/system/a.service.d/b.conf",
      "test -e /x || echo [Service] >> /etc/systemd/system/a.service.d/b.conf",
      "mkdir -p /etc/systemd/system/a.service.d",
      "echo -e a >> /etc/systemd/system/a.service.d/b.conf", "echo a >> /etc/systemd/system/a.service.d/b.txt",
      "echo a >> /etc/systemd/system/a.service.d/c/b.conf", "systemctl daemon-reload",
    ])
  func others(command: String) {
    expect(EchoDropIn.self, in: "#cloud-config\nbootcmd:\n  - '\(command)'\n")
  }
}
