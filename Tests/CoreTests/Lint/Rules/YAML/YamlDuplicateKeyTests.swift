import Testing

@testable import Core

@Suite struct YamlDuplicateKeyTests {
  @Test("a key that comes again is found where its value is lost")
  func lost() {
    let findings = expect(
      YamlDuplicateKey.self,
      in: """
        #cloud-config
        ⟦bootcmd⟧: [date]
        write_files:
          - {⟦path⟧: /a, path: /b}
          - ⟦content⟧: a
            ⟦"content"⟧: b
            content: c
        bootcmd: [uptime]
        """)
    #expect(findings.first?.message == "the key \"bootcmd\" comes again, so that this value is lost")
  }

  @Test("in what several aliases stand for, it is told once")
  func aliases() {
    expect(YamlDuplicateKey.self, in: "#cloud-config\na: &x {⟦b⟧: 1, b: 2}\nc: [*x, *x]\n")
  }

  @Test(
    "keys that differ, that are in two mappings, or that replace merged ones are not",
    arguments: [
      "a: 1\nA: 2", "1: a\n'1': b", "a: {b: 1}\nc: {b: 1}", "a: &x {b: 1}\nc: {<<: *x, b: 2}",
      "\u{E9}: 1\ne\u{301}: 2",
    ])
  func nearMiss(text: String) {
    expect(YamlDuplicateKey.self, in: "#cloud-config\n\(text)\n")
  }
}
