import Testing

@testable import Core

@Suite struct YamlNorwayBoolTests {
  @Test("text that is read as something else is found and put in quotes")
  func misread() {
    let findings = expect(
      YamlNorwayBool.self,
      in: """
        #cloud-config
        keyboard: {layout: ⟦no⟧}
        hostname: ⟦0755⟧
        users:
          - name: ⟦on⟧
            inactive: ⟦30⟧
            expiredate: ⟦2030-01-01⟧
        packages: [jq, [nginx, ⟦1.10⟧]]
        ports:
          - ⟦22:22⟧
        ⟦on⟧: a
        """,
      fixed: """
        #cloud-config
        keyboard: {layout: "no"}
        hostname: "0755"
        users:
          - name: "on"
            inactive: "30"
            expiredate: "2030-01-01"
        packages: [jq, [nginx, "1.10"]]
        ports:
          - "22:22"
        "on": a
        """)
    #expect(
      findings.map(\.message).prefix(2) == [
        "\"no\" is read as a boolean, not as text", "\"0755\" is read as the number 493, not as text",
      ])
  }

  @Test("a value that is tagged, too, is found and not mended")
  func tagged() {
    expect(YamlNorwayBool.self, in: "#cloud-config\nhostname: ⟦&name no⟧\nfqdn: *name\n")
  }

  @Test(
    "a boolean or number where one is wanted, and text that stays as it is, are not",
    arguments: [
      "package_update: yes", "hostname: \"no\"", "hostname: y", "users: [{name: a, lock_passwd: no, sudo: no}]",
      "hostname: 12", "packages: [[nginx, 1.1]]", "power_state: {delay: 30}", "bootcmd: [[echo, 22:22]]",
      "write_files: [{path: /a, permissions: 0755, owner: 33:33}]", "swap: {size: 0777}", "hostname: 80:80",
      "1: a", "~: a",
    ])
  func nearMiss(line: String) {
    expect(YamlNorwayBool.self, in: "#cloud-config\n\(line)\n")
  }
}
