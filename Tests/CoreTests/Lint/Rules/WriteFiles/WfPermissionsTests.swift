import Testing

@testable import Core

/// Rules about modes, but for the decimal ones.
@Suite struct WfPermissionsTests {
  @Test(
    "a mode that is not octal, not set or beyond any mode is found",
    arguments: [
      ("u+x", "permissions \"u+x\" is not octal, so that the mode is 0644"),
      ("'0999'", "permissions \"0999\" is not octal, so that the mode is 0644"),
      ("''", "permissions \"\" is not octal, so that the mode is 0644"),
      ("[1]", "permissions is a list, so that the mode is 0644"),
      ("0", "permissions is zero, so that the mode is not set"),
      ("'0000'", "permissions is zero, so that the mode is not set"),
      ("false", "permissions is a boolean, so that the mode is not set"),
      ("true", "permissions is a boolean, so that the mode is 0001"),
      ("448.7", "permissions is a number with a fraction, which is dropped"),
      ("'10755'", "permissions is beyond any mode"), ("0x7fff", "permissions is beyond any mode"),
      ("'7777777777777777777777777'", "permissions \"7777777777777777777777777\" is beyond any mode"),
    ])
  func invalid(mode: String, message: String) {
    let findings = expect(WfPermissionsInvalid.self, in: filesConfig("{path: /a, permissions: ⟦\(mode)⟧}"))
    #expect(findings.map(\.message) == [message])
  }

  @Test(
    "a mode that is one, and one that another rule tells of, is not",
    arguments: ["'0755'", "0755", "0o755", "~", "755", "493", "' 0600 '", "'0', append: true", "'4755'"])
  func valid(mode: String) {
    expect(WfPermissionsInvalid.self, in: filesConfig("{path: /a, permissions: \(mode)}"))
  }

  @Test("bits that a new owner takes away are found before 25.3", arguments: ["'4755'", "02755", "0o6711"])
  func special(mode: String) {
    let text = filesConfig("{path: /a, permissions: ⟦\(mode)⟧}")
    let findings = expect(WfSpecialBits.self, in: text)
    #expect(findings.first?.assumed == [.cloudInit])
    #expect(MarkedSource(text).findings(of: [WfSpecialBits.self], .init(cloudInit: .init(25, 3))) == [])
    #expect(expect(WfSpecialBits.self, in: text, assuming: .init(cloudInit: .init(25, 2))).first?.assumed == [])
  }

  @Test("it says what is left of the mode")
  func left() {
    let findings = MarkedSource(filesConfig("{path: /a, permissions: '7755'}")).findings(of: [WfSpecialBits.self])
    #expect(findings.map(\.message) == ["of the mode 07755 only 01755 is left"])
  }

  @Test(
    "modes without them, decimal ones, and files whose owner stays are not",
    arguments: ["'0755'", "'1755'", "2755", "'4755', owner: ''", "'4755', owner: none"])
  func notSpecial(mode: String) {
    expect(WfSpecialBits.self, in: filesConfig("{path: /a, permissions: \(mode)}"))
  }

  @Test("a decimal number that is a good mode as it is, is left alone", arguments: ["493", "420", "384"])
  func decimal(mode: String) {
    expect(WfPermissionsNumber.self, in: filesConfig("{path: /a, permissions: \(mode)}"))
  }
}
