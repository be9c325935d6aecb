import Testing

@testable import Core

@Suite struct PythonQuoteTests {
  @Test(
    "text prints as Python's repr does",
    arguments: [
      ("", "''"), ("it", "'it'"), ("it's", "\"it's\""), ("\"", "'\"'"), ("'\"", "'\\'\"'"), ("\\", "'\\\\'"),
      ("\t\n\r", "'\\t\\n\\r'"), ("\u{0}\u{1B}\u{7F}", "'\\x00\\x1b\\x7f'"), ("é—🙂", "'é—🙂'"), ("\u{A0}", "'\\xa0'"),
      ("\u{AD}", "'\\xad'"), ("\u{200B}\u{2028}\u{3000}", "'\\u200b\\u2028\\u3000'"), ("\u{E000}", "'\\ue000'"),
      ("\u{10FFFF}", "'\\U0010ffff'"), ("\u{378}", "'\\u0378'"), ("e\u{301}", "'e\u{301}'"),
    ])
  func text(text: String, repr: String) {
    #expect(PythonQuote.text(text).unicodeScalars.elementsEqual(repr.unicodeScalars))
  }

  @Test("a character that Unicode 14 does not have is unassigned to Python 3.11")
  func laterCharacters() {
    #expect(PythonQuote.text("\u{11F00}") == "'\\U00011f00'")
  }

  @Test(
    "bytes print as Python's repr does",
    arguments: [
      ([], "b''"), ([0x68, 0x69], "b'hi'"), ([0x27], "b\"'\""), ([0x27, 0x22], "b'\\'\"'"),
      ([0x00, 0x09, 0x0A, 0x0D, 0x5C, 0x7F, 0xFF], "b'\\x00\\t\\n\\r\\\\\\x7f\\xff'"),
    ] as [([UInt8], String)])
  func bytes(data: [UInt8], repr: String) {
    #expect(PythonQuote.bytes(data) == repr)
  }
}
