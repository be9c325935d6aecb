import Testing

@testable import Core

/// The characters that YAML 1.1 takes ("Character Set"), by their UTF-8.
struct YAMLCharactersTests {
  private func parse(_ bytes: [UInt8]) throws -> String? {
    try YAML.parse(Array("a: x".utf8) + bytes, placement: .whole("x"))?.mapped("a")
  }

  @Test(
    "the first and the last character of each length are taken",
    arguments: [
      "~", "\u{A0}", "\u{7FF}", "\u{800}", "\u{905}", "\u{FFF}", "\u{1000}", "\u{D7FF}", "\u{E000}", "\u{FFFD}",
      "\u{10000}", "\u{10FFFF}",
    ])
  func taken(text: String) throws {
    #expect(try parse(Array(text.utf8)) == "x" + text)
  }

  @Test(
    "no character is taken that is written too long, is no scalar value, or has bytes missing",
    arguments: [
      [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xC3, 0x28], [0xE2, 0x82, 0x28],
    ] as [[UInt8]])
  func refused(bytes: [UInt8]) {
    #expect(throws: UserDataError.self) { try parse(bytes) }
  }
}

extension YAMLNode {
  fileprivate func mapped(_ key: String) -> String? {
    guard case .mapping(let mapping) = value else { return nil }
    return mapping[key]?.text
  }
}
