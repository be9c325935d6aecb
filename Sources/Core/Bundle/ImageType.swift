/// The type of an image, told from its first bytes and not from a name.
enum ImageType: String {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"
  case avif = "image/avif"
  case bmp = "image/bmp"
  case icon = "image/x-icon"
  case svg = "image/svg+xml"

  /// Nil for what is no image.
  init?(of content: [UInt8]) {
    let type = Self.signatures.first { signature in
      signature.marks.allSatisfy { content.dropFirst($0.offset).starts(with: $0.bytes) }
    }
    if let type {
      self = type.type
    } else if Self.isSVG(content) {
      self = .svg
    } else {
      return nil
    }
  }

  private struct Mark {
    let offset: Int
    let bytes: [UInt8]

    init(_ text: String, at offset: Int = 0) {
      self.offset = offset
      bytes = Array(text.utf8)
    }

    init(bytes: [UInt8]) {
      offset = 0
      self.bytes = bytes
    }
  }

  /// As the WHATWG's MIME Sniffing Standard has them.
  private static let signatures: [(type: ImageType, marks: [Mark])] = [
    (.png, [Mark(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]),
    (.jpeg, [Mark(bytes: [0xFF, 0xD8, 0xFF])]),
    (.gif, [Mark("GIF87a")]),
    (.gif, [Mark("GIF89a")]),
    (.webp, [Mark("RIFF"), Mark("WEBPVP", at: 8)]),
    (.avif, [Mark("ftypavif", at: 4)]),
    (.icon, [Mark(bytes: [0x00, 0x00, 0x01, 0x00])]),
    (.bmp, [Mark("BM")]),
  ]

  /// Whether the first element of an XML text is `svg`, behind a declaration, comments and a document type.
  private static func isSVG(_ content: [UInt8]) -> Bool {
    var rest = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
    while true {
      rest = rest.drop(while: ASCII.isSpace)
      if rest.starts(with: "<!--".utf8) {
        rest = behind("-->", in: rest)
      } else if rest.starts(with: "<?".utf8) {
        rest = behind("?>", in: rest)
      } else if rest.starts(with: "<!DOCTYPE svg".utf8) {
        rest = behind(">", in: rest)
      } else {
        let next = rest.dropFirst(4).first
        return rest.starts(with: "<svg".utf8) && next.map { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") } == true
      }
    }
  }

  private static func behind(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = Array(mark.utf8)
    guard let start = text.indices.first(where: { text[$0] == bytes[0] && text[$0...].starts(with: bytes) }) else {
      return []
    }
    return text[(start + bytes.count)...]
  }
}
