import Testing

@testable import Core

@Suite struct WfSecretWorldReadableTests {
  @Test(
    "a key, password or token that everybody may read is found",
    arguments: [
      "{path: ⟦/a⟧, content: 'password=hunter2hunter2'}",
      "{path: /a, permissions: ⟦'0644'⟧, content: 'apiKey: \"b3f1c09d\"'}",
      "{path: ⟦/a⟧, content: 'export DB_PASSWORD=hunter2hunter2'}",
      "{path: ⟦/a⟧, content: '-----BEGIN RSA PRIVATE KEY-----'}",
      "{path: ⟦/a⟧, encoding: b64, content: c2VjcmV0PWh1bnRlcjJodW50ZXIy}",
      "{path: ⟦/a⟧, content: \"a = b\\nPrivateKey = yAnz5TF1lXXJte14tji3zlMNq=\\n\"}",
    ])
  func readable(entry: String) {
    expect(WfSecretWorldReadable.self, in: filesConfig(entry))
  }

  @Test("the secret itself is not told")
  func silence() {
    let text = filesConfig("{path: /a, content: 'token: hunter2hunter2'}")
    let findings = MarkedSource(text).findings(of: [WfSecretWorldReadable.self])
    #expect(
      findings.map(\.message) == [
        "the file holds what looks like a password or token, and everybody may read it (0644)"
      ])
  }

  @Test(
    "one for few, a reference to one, and a word that is none are not",
    arguments: [
      "permissions: '0600', content: 'password=hunter2hunter2'",
      "permissions: '0640', content: '-----BEGIN PRIVATE KEY-----'",
      "content: 'password=$PASSWORD1'", "content: 'token: /run/secrets/token1'", "content: 'passwd: files systemd1 x'",
      "content: '# password=hunter2hunter2'", "content: 'password: changeit'", "content: 'secret=abc1'",
      "content: 'tokenize=12345678'", "content: '-----BEGIN PUBLIC KEY-----'",
      "content: 'token: https://example.org/1'",
      "permissions: '0', content: 'password=hunter2hunter2'",
    ])
  func harmless(fields: String) {
    expect(WfSecretWorldReadable.self, in: filesConfig("{path: /a, \(fields)}"))
  }
}
