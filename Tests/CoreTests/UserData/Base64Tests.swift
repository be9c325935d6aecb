import Testing

@testable import Core

@Suite struct Base64Tests {
  @Test(
    "a text that is base64 from end to end is decoded",
    arguments: [
      ("YQ==", "a"), ("YWI=\n", "ab"), (" YWJj\r\nZGVm\n", "abcdef"), ("Y\nQ\n=\n=", "a"), ("+/+/", "\u{FB}"),
    ])
  func whole(text: String, content: String) {
    let bytes: [UInt8] = content == "\u{FB}" ? [0xFB, 0xFF, 0xBF] : Array(content.utf8)
    #expect(Base64.decodeWhole(Array(text.utf8)) == bytes)
  }

  @Test(
    "any other text is not",
    arguments: [
      "", "\n", "=", "====", "YQ=", "YQ", "YQ===", "YWJj=", "YQ==YQ==", "YW-j", "Y", "YWJj.", "#!/b", "caf\u{E9}",
    ])
  func notWhole(text: String) {
    #expect(Base64.decodeWhole(Array(text.utf8)) == nil)
  }

  @Test(
    "a part is decoded as far as Python decodes it, and what was odd is told",
    arguments: [
      ("YWJj", "abc", nil), ("Y WJ\tj\r\n", "abc", nil), ("YQ==", "a", nil), ("", "", nil), ("====", "", nil),
      ("YQ", "a", .missingPadding), ("YWI", "ab", .missingPadding), ("YQ=", "a", .missingPadding),
      ("Y!W-Jj", "abc", .strayCharacters), ("YQ==YWJj", "a", nil), ("YWJj=", "abc", nil), ("Y=WJj", "abc", nil),
    ] as [(String, String, Base64.Decoded.Fault?)])
  func part(text: String, content: String, fault: Base64.Decoded.Fault?) throws {
    let decoded = try #require(Base64.decodeMIME(Array(text.utf8)[...]))
    #expect(decoded.content == Array(content.utf8))
    #expect(decoded.fault == fault)
  }

  @Test("digits of a length that no bytes encode to are refused", arguments: ["Y", "YWJjY", "YWJjY==="])
  func impossible(text: String) {
    #expect(Base64.decodeMIME(Array(text.utf8)[...]) == nil)
  }
}
