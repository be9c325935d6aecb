import Testing

@testable import Core

@Suite struct ScriptRulesTests {
  private static func group(_ parts: [(name: String, lines: String)], type: String = "text/x-shellscript") -> String {
    "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: nodes}\nspec:\n  additionalUserData:\n"
      + parts.map { part in
        "    - name: \(part.name)\n      type: \(type)\n      content: |\n"
          + part.lines.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "\n" : "        \($0)\n"
          }
          .joined()
      }.joined()
  }

  @Test("a script that does not begin with #! is found, and mended where lines stand before it")
  func shebang() {
    expect(ShebangMissing.self, in: Self.group([("a", "⟦date⟧")]))
    expect(ShebangMissing.self, in: Self.group([("a", "⟦date⟧")], type: "text/cloud-boothook"))
    expect(
      ShebangMissing.self,
      in: "Content-Type: text/x-shellscript\nMIME-Version: 1.0\n\n⟦ ⟧\n#!/bin/sh\ndate\n",
      fixed: "Content-Type: text/x-shellscript\nMIME-Version: 1.0\n\n#!/bin/sh\ndate\n")
    expect(ShebangMissing.self, in: Self.group([("a", "#!/bin/sh"), ("b", "#!/bin/sh\ndate")]))
    expect(ShebangMissing.self, in: Self.group([("a", "#cloud-boothook\n#!/bin/sh")], type: "text/cloud-boothook"))
    expect(ShebangMissing.self, in: "#!/usr/bin/bringup apply\napiVersion: bringup/v1\n")
  }

  @Test("carriage returns are found and taken out")
  func carriageReturns() {
    let mixed = expect(
      ShebangCrlfMixed.self, in: "#!/bin/sh\n⟦date⟧\r\ndate\r\ndate\n", fixed: "#!/bin/sh\ndate\ndate\ndate\n")
    #expect(mixed.map(\.message) == ["2 lines end in CR LF, and a shell takes the CR for a part of them"])
    let all = expect(ShebangCrlfMixed.self, in: "⟦#!/bin/sh⟧\r\ndate\r\n", fixed: "#!/bin/sh\ndate\n")
    #expect(all.map(\.severity) == [.advice])
    expect(ShebangCrlfMixed.self, in: "#!/bin/sh\nprintf 'a\\r\\n'\n")
    expect(ShebangCrlfMixed.self, in: "#cloud-config\r\nruncmd: [date]\r\n")
  }

  @Test(
    "what dash does not know is found",
    arguments: [
      "⟦[[⟧ a ]]", "⟦a=(1 2)⟧", "echo ⟦${a/b/c}⟧", "a ⟦&>⟧ b", "⟦function⟧ f { a; }", "set -o ⟦pipefail⟧",
      "echo ⟦-e⟧ a",
      "⟦let⟧ a=1", "set -eo ⟦pipefail⟧",
    ])
  func bashism(line: String) {
    expect(BashismInSh.self, in: "#!/bin/sh\n\(line)\n")
    expect(BashismInSh.self, in: "#cloud-config\nruncmd:\n  - |\n    \(line)\n")
    let plain = String(decoding: MarkedSource(line).bytes, as: UTF8.self)
    expect(BashismInSh.self, in: "#!/bin/bash\n\(plain)\n")
    expect(BashismInSh.self, in: "#!/bin/sh\n\(plain)\n", assuming: LintAssumptions(image: .rhel9))
  }

  @Test("words with one counterpart are mended")
  func bashismMends() {
    let findings = expect(
      BashismInSh.self, in: "#!/bin/sh\n⟦source⟧ a\n[ a ⟦==⟧ b ]\n", fixed: "#!/bin/sh\n. a\n[ a = b ]\n")
    #expect(findings.allSatisfy { $0.assumed == [.image] })
  }

  @Test(
    "what it knows is not",
    arguments: [". a", "[ a = b ]", "a=b", "echo '[[ a ]]'", "echo ${a:-b}", "a > b 2>&1", "set -eu", "echo -n a"])
  func posix(line: String) {
    expect(BashismInSh.self, in: "#!/bin/sh\n\(line)\n")
  }

  private static let dropIn = "/etc/systemd/system/kops-configuration.service.d/a.conf"

  @Test("a script on the wrong side of nodeup.sh is found")
  func order() {
    expect(ScriptOrderNodeup.self, in: Self.group([("setup.sh", "#!/bin/sh\necho > ⟦\(Self.dropIn)⟧")]))
    expect(ScriptOrderNodeup.self, in: Self.group([("z.sh", "#!/bin/sh\ncp a ⟦/etc/containerd/config.toml⟧")]))
    expect(ScriptOrderNodeup.self, in: Self.group([("10.sh", "#!/bin/sh\n⟦kubectl⟧ get nodes")]))
    expect(ScriptOrderNodeup.self, in: Self.group([("10.sh", "#!/bin/sh\nsystemctl restart ⟦kubelet⟧")]))
    expect(ScriptOrderNodeup.self, in: Self.group([("10.sh", "#!/bin/sh\necho > \(Self.dropIn)")]))
    expect(ScriptOrderNodeup.self, in: Self.group([("z.sh", "#!/bin/sh\nkubectl get nodes; cat \(Self.dropIn)")]))
    expect(
      ScriptOrderNodeup.self, in: Self.group([("10.sh", "#!/bin/sh\nuntil kubectl get nodes; do sleep 1; done &")]))
    expect(ScriptOrderNodeup.self, in: "#!/bin/sh\necho > \(Self.dropIn)\n")
  }

  @Test("a script that does not wait for nodeup is found")
  func waits() {
    expect(
      ScriptWaitsForNodeup.self, in: Self.group([("z.sh", "#!/bin/sh\nusermod -aG ⟦docker⟧ admin\n⟦crictl⟧ images")]))
    expect(
      ScriptWaitsForNodeup.self,
      in: Self.group([("a", "#cloud-config\nruncmd:\n  - systemctl restart ⟦containerd⟧")], type: "text/cloud-config"))
    expect(
      ScriptWaitsForNodeup.self,
      in: Self.group([("z.sh", "#!/bin/sh\nuntil crictl ps; do sleep 1; done\ncrictl images")]))
    expect(
      ScriptWaitsForNodeup.self, in: Self.group([("z.sh", "#!/bin/sh\ncrictl images || true\nusermod -aG video a")]))
    expect(ScriptWaitsForNodeup.self, in: Self.group([("10.sh", "#!/bin/sh\ncrictl images")]))
  }

  @Test("numbers that do not sort as they count are found")
  func prefixes() {
    let script = "#!/bin/sh"
    expect(NumericPrefixWidth.self, in: Self.group([("⟦9-a⟧", script), ("10-b", script), ("c", script)]))
    expect(NumericPrefixWidth.self, in: Self.group([("09-a", script), ("10-b", script), ("c", script)]))
    expect(NumericPrefixWidth.self, in: Self.group([("1-a", script), ("2-b", script), ("1-c", script)]))
  }

  @Test("braces around a shell expression are found and taken off")
  func residue() {
    expect(
      MkdocsTemplateResidue.self, in: "#!/bin/bash\na ⟦{{ \"${#B[@]}\" }}⟧ \"⟦{{ \"$c\" }}⟧\"\n",
      fixed: "#!/bin/bash\na ${#B[@]} \"$c\"\n")
    expect(MkdocsTemplateResidue.self, in: "#!/bin/sh\ndocker ps --format '{{ .Names }} {{ \"x\" }}'\n")
  }
}
