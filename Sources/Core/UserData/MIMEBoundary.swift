/// The `boundary` parameter of a multipart type, which its delimiter lines are made of (RFC 2046, section 5.1.1).
struct MIMEBoundary: CustomStringConvertible {
  enum Delimiter {
    /// `--boundary`: a part follows.
    case opening
    /// `--boundary--`: no more parts.
    case closing
  }

  private let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  var description: String { String(decoding: text, as: UTF8.self) }

  /// Which delimiter the line is, nil for any other line; blanks and tabs may stand at its end.
  func delimiter(_ line: MIMELine, of bytes: [UInt8]) -> Delimiter? {
    let content = bytes[line.content]
    guard content.starts(with: Self.dashes), content.dropFirst(2).starts(with: text) else { return nil }
    let rest = content.dropFirst(2 + text.count)
    if rest.starts(with: Self.dashes), rest.dropFirst(2).allSatisfy(ASCII.isBlank) { return .closing }
    return rest.allSatisfy(ASCII.isBlank) ? .opening : nil
  }

  private static let dashes = Array("--".utf8)
}
