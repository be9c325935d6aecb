import Testing

@testable import Core

@Suite struct YamlTabTests {
  @Test("a tab that indents is found, also inside of a part, and becomes spaces up to the next tab stop")
  func indentation() {
    expect(
      YamlTab.self,
      in: """
        apiVersion: kops.k8s.io/v1alpha2
        kind: InstanceGroup
        spec:
          additionalUserData:
            - name: a.yaml
              type: text/cloud-config
              content: |
                #cloud-config
                bootcmd:
                  - date
          ⟦\t⟧  - uptime
        """,
      fixed: """
        apiVersion: kops.k8s.io/v1alpha2
        kind: InstanceGroup
        spec:
          additionalUserData:
            - name: a.yaml
              type: text/cloud-config
              content: |
                #cloud-config
                bootcmd:
                  - date
                  - uptime
        """)
  }

  @Test("a tab behind other text becomes one space")
  func inside() {
    let findings = expect(
      YamlTab.self, in: "#cloud-config\nbootcmd:⟦\t⟧[date]\n", fixed: "#cloud-config\nbootcmd: [date]\n")
    #expect(findings.map(\.help) == ["put a space in its place"])
    expect(YamlTab.self, in: "#cloud-config\nübung—é:⟦\t⟧[date]\n", fixed: "#cloud-config\nübung—é: [date]\n")
  }

  @Test("tabs side by side are one finding")
  func run() {
    let findings = expect(
      YamlTab.self, in: "#cloud-config\nbootcmd:\n⟦\t\t⟧- date\n",
      fixed: "#cloud-config\nbootcmd:\n                - date\n")
    #expect(findings.map(\.help) == ["put 16 spaces in its place"])
  }

  @Test("tabs on many lines are each found, at their own place")
  func manyLines() {
    expect(
      YamlTab.self, in: "#cloud-config\nbootcmd:\n" + String(repeating: "⟦\t⟧- date\n", count: 9),
      fixed: "#cloud-config\nbootcmd:\n" + String(repeating: "        - date\n", count: 9))
  }

  @Test("a tab in a block that is broken elsewhere stays")
  func contentOfBlock() {
    expect(
      YamlTab.self,
      in:
        "#cloud-config\nwrite_files:\n  - path: /Makefile\n    content: |\n      all:\n      \tdate\nbootcmd:\n⟦\t⟧- date\n",
      fixed:
        "#cloud-config\nwrite_files:\n  - path: /Makefile\n    content: |\n      all:\n      \tdate\nbootcmd:\n        - date\n"
    )
  }

  @Test(
    "a tab that YAML takes is none",
    arguments: [
      "#cloud-config\nbootcmd: [\"a\tb\"]\n", "#cloud-config\nbootcmd:\n  - |\n    a\tb\n    \tc\n",
      "#!/bin/sh\n\tdate\n",
    ])
  func harmless(text: String) {
    expect(YamlTab.self, in: text)
  }

  @Test("what stands behind a tab is looked at, at its place in the file as it is")
  func placesBehind() {
    expect(
      SystemdDaemonReloadTypo.self, in: "#cloud-config\nbootcmd:\n\t- ⟦systemd⟧ daemon-reload\n",
      fixed: "#cloud-config\nbootcmd:\n\t- systemctl daemon-reload\n")
  }

  @Test(
    "a tab that stands for other spaces than up to its stop is found and not mended",
    arguments: [
      "#cloud-config\nbootcmd:\n  - date\n⟦\t⟧- uptime\n",
      "#cloud-config\nruncmd:\n  - |\n    date\nbootcmd:\n    - date\n⟦\t⟧- uptime\n",
      "#cloud-config\nruncmd: [date]\n  # a comment\n⟦\t⟧bootcmd: [date]\n",
      "#cloud-config\nwrite_files:\n  - path: /a\n⟦\t⟧content: x\n",
    ])
  func uncertain(text: String) {
    expect(YamlTab.self, in: text)
    #expect(MarkedSource(text).findings(of: [YamlTab.self]).map(\.fix) == [nil])
  }

  @Test("a tab inside of what is encoded is found and not mended")
  func encoded() {
    let text = "#cloud-config\nbootcmd:\n\t- date\n"
    let base64 = String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self)
    let message = "MIME-Version: 1.0\nContent-Type: text/cloud-config\nContent-Transfer-Encoding: base64\n\n\(base64)\n"
    let findings = MarkedSource(message).findings(of: [YamlTab.self])
    #expect(findings.map { "\($0.origin)" } == ["in[part-001]:3:1"])
    #expect(findings.map(\.fix) == [nil])
  }
}
