import Testing

@testable import Core

@Suite struct YamlSyntaxTests {
  @Test(
    "a text that PyYAML stops at is found where it stops",
    arguments: [
      "#cloud-config\nruncmd:\n  - ⟦@echo⟧\n", "#cloud-config\nruncmd:\n  - ⟦%x⟧\n",
      "#cloud-config\nruncmd:\n  - ⟦`date`⟧\n", "#cloud-config\nruncmd:\n  - \"a\" &⟦& b⟧\n",
      "#cloud-config\na: b⟦: c⟧\n", "#cloud-config\na: ⟦*x⟧\n", "#cloud-config\na: ⟦2024-13-01⟧\n",
      "#cloud-config\na: ⟦=⟧\n",
    ])
  func stops(text: String) {
    expect(YamlSyntax.self, in: text)
  }

  @Test("a part that is no mapping is found, and one that is empty is a warning")
  func noMapping() {
    #expect(expect(YamlSyntax.self, in: "#cloud-config\n⟦- date⟧\n").map(\.severity) == [.error])
    #expect(MarkedSource("#cloud-config\n").findings(of: [YamlSyntax.self]).map(\.severity) == [.warning])
  }

  @Test(
    "what is YAML, and what other rules tell of, is not",
    arguments: [
      "#cloud-config\nruncmd:\n  - \"@echo\"\n", "#cloud-config\nruncmd:\n\t- date\n", "#cloud-config\na: !x b\n",
      "#cloud-config\na: &x b\nc: &x d\n", "#cloud-config\n---\na: b\n", "#!/bin/sh\na: b: c\n",
    ])
  func nearMiss(text: String) {
    expect(YamlSyntax.self, in: text)
  }
}

@Suite struct YamlUnknownTagTests {
  @Test("a tag that is none of YAML's is found, as wide as it is")
  func tag() {
    let findings = expect(YamlUnknownTag.self, in: "#cloud-config\nruncmd:\n  - ⟦!Sub⟧ echo a\n")
    #expect(findings.first?.message == "cloud-init does not know the tag \"!Sub\", and drops the whole text")
    expect(YamlUnknownTag.self, in: "#cloud-config\na: ⟦!!python/tuple⟧ [b]\n")
  }

  @Test("YAML's own tags, and text in quotes, are not", arguments: ["!!str 5", "\"!x\"", "!!binary aGk=", "a !x"])
  func nearMiss(value: String) {
    expect(YamlUnknownTag.self, in: "#cloud-config\na: \(value)\n")
  }
}

@Suite struct YamlDuplicateAnchorTests {
  @Test("a second anchor of one name is found, as wide as it is")
  func anchor() {
    let findings = expect(YamlDuplicateAnchor.self, in: "#cloud-config\na: &x b\nc: ⟦&x⟧ d\n")
    #expect(findings.first?.message == "an anchor of this name was defined in the line above already")
  }

  @Test("anchors of two names, and aliases, are not")
  func nearMiss() {
    expect(YamlDuplicateAnchor.self, in: "#cloud-config\na: &x b\nc: &y d\ne: *x\n")
  }
}
