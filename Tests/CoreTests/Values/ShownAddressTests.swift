import Testing

@testable import Core

@Suite("An address without its secrets")
struct ShownAddressTests {
  @Test(
    "shows where it leads, and no password, query or fragment",
    arguments: [
      ("https://example.com/a.sh", "https://example.com/a.sh"),
      ("https://user:password@example.com/a.sh", "https://...@example.com/a.sh"),
      ("https://user@example.com", "https://...@example.com"),
      ("https://a@b@example.com/", "https://...@example.com/"),
      ("https://example.com/a@b", "https://example.com/a@b"),
      ("https://example.com?x=1@y", "https://example.com?..."),
      ("https://example.com/a?X-Amz-Signature=0a1b#c", "https://example.com/a?..."),
      ("https://example.com/a#c?d", "https://example.com/a#..."),
      ("s3://key:secret@bucket/a", "s3://...@bucket/a"),
      ("file:///etc/a?b", "file:///etc/a?b"), ("file://a@b/c", "file://a@b/c"),
      ("notes.html", "notes.html"), ("", ""), ("://x@y", "://...@y"), ("http://\u{1B}[2J/", "http://\\u{1b}[2J/"),
    ])
  func shown(text: String, wanted: String) {
    #expect(ShownAddress.of(text) == wanted)
  }
}
