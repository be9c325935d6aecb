import Testing

@testable import Core

/// The escapes of systemd.syntax(7), each with what follows it.
struct CEscapeTests {
  private func decode(_ text: String) -> (bytes: [UInt8], length: Int)? { CEscape.decode(Array(text.utf8), at: 0) }

  @Test(
    "an escape is so many bytes of so many characters",
    arguments: [
      ("a;", [0x07], 1), ("b;", [0x08], 1), ("f;", [0x0C], 1), ("n;", [0x0A], 1), ("r;", [0x0D], 1), ("t;", [0x09], 1),
      ("v;", [0x0B], 1), ("s;", [0x20], 1), ("\\;", [0x5C], 1), ("\";", [0x22], 1), ("';", [0x27], 1),
      ("x41;", [0x41], 3), ("xff;", [0xFF], 3), ("101;", [0x41], 3), ("377;", [0xFF], 3),
      ("u00e9;", [0xC3, 0xA9], 5), ("u20ac;", [0xE2, 0x82, 0xAC], 5), ("ud800;", [0xED, 0xA0, 0x80], 5),
      ("udfff;", [0xED, 0xBF, 0xBF], 5), ("U0001f600;", [0xF0, 0x9F, 0x98, 0x80], 9),
    ] as [(String, [UInt8], Int)])
  func decoded(text: String, bytes: [UInt8], length: Int) {
    #expect(decode(text)?.bytes == bytes)
    #expect(decode(text)?.length == length)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "q", "x4", "x4g", "x00", "000", "400", "08", "018", "u12", "u0000", "U00110000", "U0000d800", "U12",
    ])
  func refused(text: String) {
    #expect(decode(text) == nil)
  }
}
