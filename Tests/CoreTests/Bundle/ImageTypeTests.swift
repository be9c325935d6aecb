import Testing

@testable import Core

struct ImageTypeTests {
  @Test(
    "an image is known by its first bytes",
    arguments: [
      ("\u{89}PNG\r\n\u{1A}\n...", "image/png"), ("\u{FF}\u{D8}\u{FF}\u{E0}", "image/jpeg"), ("GIF87a", "image/gif"),
      ("GIF89a..", "image/gif"), ("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ", "image/webp"),
      ("\0\0\0\u{1C}ftypavif", "image/avif"),
      ("BM..", "image/bmp"), ("\0\0\u{1}\0\u{2}", "image/x-icon"), ("<svg>", "image/svg+xml"),
      (
        "\u{EF}\u{BB}\u{BF} <?xml version=\"1.0\"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC \"x\">\n<svg\n",
        "image/svg+xml"
      ),
    ])
  func known(bytes: String, type: String) {
    #expect(ImageType(of: bytes.unicodeScalars.map { UInt8($0.value) })?.rawValue == type)
  }

  @Test(
    "what only looks like one is none",
    arguments: [
      "", "\u{89}PNG", "RIFF1234WAVE", "RIFFWEBP", "<html><svg>", "<svgs>", "<svg", "<!-- <svg>", "<?xml ?>",
      "url(data:x)",
      "<!DOCTYPE html><svg>",
    ])
  func unknown(bytes: String) {
    #expect(ImageType(of: bytes.unicodeScalars.map { UInt8($0.value) }) == nil)
  }
}
