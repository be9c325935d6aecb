import Testing

@testable import Core

@Suite struct WfOwnerTests {
  @Test(
    "an owner that is a number, or no text, is found",
    arguments: ["1000", "'1000:1000'", "33:33", "root:0", "'0'", "true", "[root]", "1.5"])
  func numeric(owner: String) {
    expect(WfOwnerNumeric.self, in: filesConfig("{path: /a, owner: ⟦\(owner)⟧}"))
  }

  @Test(
    "names, and what leaves the owner alone, are not", arguments: ["root:root", "''", "~", "'-1'", "none", "0", "u1"])
  func named(owner: String) {
    expect(WfOwnerNumeric.self, in: filesConfig("{path: /a, owner: \(owner)}"))
  }

  @Test("an owner that the user-data itself makes is an error, and is waited for")
  func made() {
    let findings = expect(
      WfOwnerUnknown.self,
      in: """
        #cloud-config
        users: [default, {name: app}]
        groups: [{cloud-users: [app]}]
        write_files:
          - owner: ⟦app⟧
            path: /a
          - {path: /b, owner: ⟦root:cloud-users⟧}
          - {path: /c, defer: no, owner: ⟦ubuntu⟧}
        """,
      fixed: """
        #cloud-config
        users: [default, {name: app}]
        groups: [{cloud-users: [app]}]
        write_files:
          - defer: true
            owner: app
            path: /a
          - {path: /b, defer: true, owner: root:cloud-users}
          - {path: /c, defer: no, owner: ubuntu}
        """)
    #expect(findings.map(\.severity) == [.error, .error, .error])
    #expect(findings.first?.message == "\"app\" is made when the files are written: cloud-init stops at this entry")
  }

  @Test("one that only the image can tell of is a warning", arguments: ["app", "app:app", "root:root:x", "'nginx:'"])
  func unknown(owner: String) {
    let findings = expect(WfOwnerUnknown.self, in: filesConfig("{path: /a, owner: ⟦\(owner)⟧}"))
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.first?.assumed == [.image])
  }

  @Test(
    "one of the image's, one that is waited for, and a number are not",
    arguments: ["root", "www-data:www-data", ":adm", "''", "app, defer: true", "1000"])
  func known(owner: String) {
    expect(WfOwnerUnknown.self, in: filesConfig("{path: /a, owner: \(owner)}"))
  }
}
