import Testing

@testable import Core

@Suite struct KeyMisspeltTests {
  @Test("a key with other dashes or capitals is found and mended")
  func dashes() {
    let findings = expect(
      KeyMisspelt.self, in: "#cloud-config\n⟦write-files⟧: []\n⟦boot_cmd⟧: [a]\n⟦\"RunCmd\"⟧: [b]\n",
      fixed: "#cloud-config\nwrite_files: []\nbootcmd: [a]\nruncmd: [b]\n")
    #expect(findings.first?.message == "cloud-init has no key \"write-files\", and ignores it")
    #expect(findings.map(\.severity) == [.error, .error, .error])
  }

  @Test("one that is near to a key is found, and left to its writer")
  func near() {
    #expect(expect(KeyMisspelt.self, in: "#cloud-config\n⟦wirte_files⟧: []\n").map(\.help) == ["write write_files"])
    expect(KeyMisspelt.self, in: "#cloud-config\n⟦boot-cmd⟧: [a]\nbootcmd: [b]\n")
    expect(KeyMisspelt.self, in: "#cloud-config\n⟦boot-cmd⟧: [a]\n⟦bootCmd⟧: [b]\n")
  }

  @Test("one that is like none is a warning", arguments: ["monitoring", "app", "coreos"])
  func foreign(key: String) {
    #expect(expect(KeyMisspelt.self, in: "#cloud-config\n⟦\(key)⟧: []\n").map(\.severity) == [.warning])
  }

  @Test("what Flatcar reads is right there")
  func flatcar() {
    expect(KeyMisspelt.self, in: "#cloud-config\ncoreos: {}\n", assuming: LintAssumptions(image: .flatcar))
  }

  @Test(
    "keys of any version, in any place but the top, and private ones are not",
    arguments: [
      "ubuntu_pro: {}", "ubuntu-advantage: {}", "ca-certs: {}", "merge_how: ''", "x-note: a", ".a: b",
      "users: [{write-files: a}]", "1: a",
    ])
  func nearMiss(line: String) {
    expect(KeyMisspelt.self, in: "#cloud-config\n\(line)\n")
  }
}
