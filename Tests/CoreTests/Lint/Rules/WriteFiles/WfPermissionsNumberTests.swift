import Testing

@testable import Core

@Suite struct WfPermissionsNumberTests {
  @Test("a decimal mode is found and put in quotes")
  func decimal() {
    let findings = expect(
      WfPermissionsNumber.self,
      in: """
        #cloud-config
        write_files:
          - {path: /a, permissions: ⟦755⟧}
          - path: /b
            permissions: ⟦644⟧ # read by all
        """,
      fixed: """
        #cloud-config
        write_files:
          - {path: /a, permissions: "0755"}
          - path: /b
            permissions: "0644" # read by all
        """)
    #expect(findings.first?.message == "the mode 755 is a decimal number, which is 01363 in octal")
    #expect(findings.first?.help == "put the mode in quotes: \"0755\"")
  }

  @Test("behind an anchor or a tag it is found and not mended, and where an alias names it, too")
  func anchored() {
    expect(
      WfPermissionsNumber.self,
      in: filesConfig("{path: /a, permissions: ⟦&p 755⟧}", "{path: /c, permissions: ⟦!!int 755⟧}"))
    let alias = MarkedSource(filesConfig("{path: /a, permissions: &p 755}", "{path: /b, permissions: *p}"))
    #expect(alias.findings(of: [WfPermissionsNumber.self]).count == 2)
  }

  @Test("a decimal number that is no mode is found and not mended")
  func noMode() {
    expect(WfPermissionsNumber.self, in: "#cloud-config\nwrite_files: [{path: /a, permissions: ⟦989⟧}]\n")
  }

  @Test(
    "a mode that is octal, quoted or nothing is none",
    arguments: ["0755", "\"755\"", "0o755", "0", "null", "0x1ed", "[755]"])
  func octal(mode: String) {
    expect(WfPermissionsNumber.self, in: "#cloud-config\nwrite_files: [{path: /a, permissions: \(mode)}]\n")
  }
}
