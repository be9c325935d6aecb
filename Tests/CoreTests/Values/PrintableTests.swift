import Testing

@testable import Core

@Suite("Text from input made safe to show")
struct PrintableTests {
  @Test(
    "what could make another line, drive a terminal or turn the order of the text round is written out",
    arguments: [
      ("a\nb\r\tc", "a\\nb\\r\\tc"), ("\u{1B}[2J\u{7}\0", "\\u{1b}[2J\\u{7}\\u{0}"),
      ("\u{7F}\u{9B}31m", "\\u{7f}\\u{9b}31m"),
      ("\u{85}\u{2028}\u{2029}", "\\u{85}\\u{2028}\\u{2029}"), ("\u{202E}cba\u{202C}", "\\u{202e}cba\\u{202c}"),
      ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"), ("\u{200E}\u{200F}\u{61C}", "\\u{200e}\\u{200f}\\u{61c}"),
      ("\u{206A}\u{206F}", "\\u{206a}\\u{206f}"), ("\u{FFF9}a\u{FFFB}", "\\u{fff9}a\\u{fffb}"),
      ("a\u{E0041}\u{E007F}", "a\\u{e0041}\\u{e007f}"), ("\u{FEFF}\u{FFFE}", "\\u{feff}\\u{fffe}"),
    ])
  func unsafe(text: String, shown: String) {
    #expect(Printable.escape(text) == shown)
  }

  @Test("what is only text stays", arguments: ["", "é — 漢字", "\\n", "שלום", "a\u{200D}b", "\u{1F600}"])
  func safe(text: String) {
    #expect(Printable.escape(text) == text)
  }
}
