import Testing

@testable import Core

@Suite struct KopsRulesTests {
  private static func group(_ fields: String, key: String = "additionalUserData", content: String = "#!/bin/sh\\n")
    -> String
  {
    """
    apiVersion: kops.k8s.io/v1alpha2
    kind: InstanceGroup
    metadata: {name: nodes}
    spec:
      \(fields)
      \(key):
        - {name: z.sh, type: text/x-shellscript, content: "\(content)"}
    """
  }

  private static func script(bytes: Int) -> String { "#!/bin/sh\\n" + String(repeating: "#", count: bytes - 10) }

  @Test("the message has the bytes that kops writes")
  func message() throws {
    let input = try #require(MarkedSource(Self.group("role: Node", content: "#!/bin/sh\\n")).inputs().first)
    let nodeup = """
      Content-Disposition: attachment; filename="nodeup.sh"\r\nContent-Transfer-Encoding: 7bit\r
      Content-Type: text/x-shellscript\r\nMime-Version: 1.0\r\n\r\n\r\n--MIMEBOUNDARY\r\n
      """
    let own = nodeup.replacing("nodeup.sh", with: "z.sh").dropLast() + "--\r\n#!/bin/sh\n"
    let head = "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\r\nMIME-Version: 1.0\r\n\r\n--MIMEBOUNDARY\r\n"
    #expect(KopsMessage.byteCount(of: input.group?.entries ?? []) == (head + nodeup + own).utf8.count)
  }

  @Test(
    "more than the cloud takes is found, and what comes near it",
    arguments: [
      (13_000, LintCloud.aws, LintSeverity.error), (9_000, .aws, .warning), (260_000, .gce, .error),
      (29_000, .hetzner, .error),
      (62_000, .azure, .error), (46_000, .openstack, .error),
    ])
  func large(bytes: Int, cloud: LintCloud, severity: LintSeverity) {
    let text = Self.group("role: Node", key: "⟦additionalUserData⟧", content: Self.script(bytes: bytes))
    #expect(expect(SizeLimit.self, in: text, assuming: LintAssumptions(cloud: cloud)).map(\.severity) == [severity])
  }

  @Test(
    "what fits is not",
    arguments: [("role: Node", 8_000, LintCloud.aws), ("role: Bastion", 14_000, .aws), ("role: Node", 13_000, .gce)])
  func small(fields: String, bytes: Int, cloud: LintCloud) {
    expect(
      SizeLimit.self, in: Self.group(fields, content: Self.script(bytes: bytes)),
      assuming: LintAssumptions(cloud: cloud))
  }

  @Test("a message counts as it is")
  func wholeMessage() {
    let head = "Content-Type: text/x-shellscript\nMIME-Version: 1.0\n\n#!/bin/sh\n"
    expect(
      SizeLimit.self,
      in: "⟦Content-Type: text/x-shellscript⟧" + head.dropFirst(32) + String(repeating: "#", count: 16_384))
    expect(SizeLimit.self, in: head + String(repeating: "#", count: 14_000))
  }

  @Test("a cloud that nobody named is told")
  func assumed() {
    let findings = MarkedSource(Self.group("role: Node", content: Self.script(bytes: 13_000))).findings(of: [
      SizeLimit.self
    ])
    #expect(findings.map(\.assumed) == [[.cloud]])
  }

  @Test("user-data that kops leaves out is found")
  func karpenter() {
    expect(KarpenterIgnored.self, in: Self.group("manager: Karpenter", key: "⟦additionalUserData⟧"))
    expect(KarpenterIgnored.self, in: Self.group("manager: CloudGroup"))
    expect(
      KarpenterIgnored.self, in: "kind: InstanceGroup\napiVersion: kops.k8s.io/v1alpha2\nspec: {manager: Karpenter}\n")
  }

  @Test("a message that would be a startup script is found")
  func startupScript() {
    let cluster = { (gce: String) in
      "apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nspec: {cloudProvider: {gce: \(gce)}}\n---\n"
    }
    let group = Self.group("role: Node", key: "⟦additionalUserData⟧")
    expect(GceStartupScript.self, in: cluster("{useStartupScript: true}") + group)
    expect(GceStartupScript.self, in: cluster("{useStartupScript: false}") + Self.group("role: Node"))
    expect(GceStartupScript.self, in: Self.group("role: Node"))
  }

  @Test("what a warm pool stops is found")
  func warmPool() {
    let pool = "warmPool: {minSize: 1}"
    expect(
      WarmpoolLongScript.self,
      in: Self.group(pool)
        + "\n    - name: zz.sh\n      type: text/x-shellscript\n      content: |\n        #!/bin/sh\n        date; ⟦apt-get⟧ install a\n"
    )
    expect(WarmpoolLongScript.self, in: Self.group(pool, content: "#!/bin/sh\\ndate"))
    expect(WarmpoolLongScript.self, in: Self.group("warmPool: {maxSize: 0}", content: "#!/bin/sh\\ncurl a"))
    expect(WarmpoolLongScript.self, in: Self.group("role: Node", content: "#!/bin/sh\\ncurl a"))
    expect(WarmpoolLongScript.self, in: Self.group(pool, content: "#!/bin/sh\\ncurl a").replacing("z.sh", with: "a.sh"))
  }

  @Test("what Flatcar does not do is found, where an image or an option says that it is Flatcar")
  func flatcar() {
    let part = { (type: String, content: String) in
      "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nspec:\n  additionalUserData:\n"
        + "    - {name: a, type: \(type), content: \(content)}\n"
    }
    let flatcar = LintAssumptions(image: .flatcar)
    expect(FlatcarUnsupported.self, in: part("text/cloud-config", "'⟦bootcmd⟧: []'"), assuming: flatcar)
    expect(FlatcarUnsupported.self, in: part("⟦text/cloud-boothook⟧", "'#!/bin/sh'"), assuming: flatcar)
    expect(FlatcarUnsupported.self, in: part("text/cloud-config", "'write-files: []'"), assuming: flatcar)
    expect(FlatcarUnsupported.self, in: part("text/x-shellscript", "'#!/bin/sh'"), assuming: flatcar)
    expect(FlatcarUnsupported.self, in: part("text/cloud-config", "'bootcmd: []'"))
  }
}
