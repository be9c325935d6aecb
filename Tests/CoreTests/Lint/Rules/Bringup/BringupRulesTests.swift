import Testing

@testable import Core

@Suite struct BringupRulesTests {
  private static func document(_ rest: String) -> String {
    "#!/usr/bin/bringup apply\napiVersion: bringup/v1\n\(rest)\n"
  }

  @Test("everything that is wrong with a document is found, and a misspelt key mended")
  func invalid() {
    expect(
      BringupDocumentInvalid.self,
      in: Self.document("⟦file⟧: []\nunits:\n  a.service: {⟦execStartPr⟧: /bin/a, timeoutSec: ⟦soon}⟧"),
      fixed: Self.document("files: []\nunits:\n  a.service: {execStartPre: /bin/a, timeoutSec: soon}"))
    let findings = expect(BringupDocumentInvalid.self, in: "#!/usr/bin/bringup apply\napiVersion: ⟦bringup/v9⟧\n")
    #expect(findings.count == 1 && findings.allSatisfy { !$0.help.isEmpty && !$0.message.contains(";") })
  }

  @Test(
    "a good one is not",
    arguments: ["files: []", "units: {a.service: {timeoutSec: 5}}", "preflight: {requirements: {cpu: {min: 1}}}"])
  func good(rest: String) {
    expect(BringupDocumentInvalid.self, in: Self.document(rest))
  }

  @Test("what is no YAML is told by another rule")
  func yaml() {
    expect(BringupDocumentInvalid.self, in: Self.document("files: ["))
  }

  private static func group(_ name: String, _ type: String, role: String = "Node") -> String {
    """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    spec:
      role: \(role)
      additionalUserData:
        - name: \(name)
          type: \(type)
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            files: []
    """
  }

  @Test("a document behind nodeup.sh is found, and becomes a boothook")
  func late() {
    expect(
      BringupRunsLate.self, in: Self.group("z.yaml", "⟦text/x-shellscript⟧"),
      fixed: Self.group("z.yaml", "text/cloud-boothook"))
    expect(BringupRunsLate.self, in: Self.group("a.yaml", "text/x-shellscript"))
    expect(BringupRunsLate.self, in: Self.group("z.yaml", "text/cloud-boothook"))
    expect(BringupRunsLate.self, in: Self.group("z.yaml", "text/x-shellscript", role: "Bastion"))
  }
}
