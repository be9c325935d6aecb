/// What a source is, as its content tells.
enum SourceKind {
  /// A MIME message.
  case message
  /// One text, which cloud-init knows by its first line.
  case text
  /// YAML with an `apiVersion`: kops manifests, or a bringup document.
  case manifest

  /// Nil for anything else, gzip and base64 among it.
  init?(of bytes: [UInt8]) {
    if Self.hasVersionEarly(bytes), Self.headers(of: bytes).isMessage {
      self = .message
    } else if Sniff.contentType(of: bytes) != nil {
      self = .text
    } else if Self.hasAPIVersion(bytes) {
      self = .manifest
    } else {
      return nil
    }
  }

  /// Why `bytes` are of no kind, for a person to mend.
  static func problem(with bytes: [UInt8]) -> BlobProblem {
    let text = bytes.drop(while: ASCII.isSpace)
    if text.isEmpty { return .empty }
    if bytes.contains(0) || UTF8Text.firstFault(in: bytes[...]) != nil { return .binary }
    if bytes.starts(with: byteOrderMark), SourceKind(of: Array(bytes.dropFirst(byteOrderMark.count))) != nil {
      return .byteOrderMark
    }
    let headers = headers(of: Array(text))
    guard headers.isMessage else { return .unknownKind }
    if ASCII.isLineEnd(bytes[0]) { return .mime(.blankLineBeforeHeaders) }
    return headers.contentType?.utf8.starts(with: "multipart/".utf8) == true ? .mime(.noVersion) : .unknownKind
  }

  /// cloud-init takes a blob for a MIME message where these words are anywhere in its first 4,096 bytes
  /// (`user_data.convert_string`), a cloud-config that only mentions them too.
  static func hasVersionEarly(_ bytes: [UInt8]) -> Bool {
    let words = Array("mime-version:".utf8)
    let start = bytes.prefix(4096).map(ASCII.lowercased)
    return start.indices.contains { start[$0] == words[0] && start[$0...].starts(with: words) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func headers(of text: [UInt8]) -> MIMEHeaders {
    var lines = MIMELines(of: text)
    return MIMEHeaders(from: &lines)
  }

  /// A line begins with `apiVersion:`, or the text is JSON that has one.
  private static func hasAPIVersion(_ bytes: [UInt8]) -> Bool {
    let key = Array("apiVersion".utf8)
    let isFlow = bytes.first { !ASCII.isSpace($0) }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
    return bytes.indices.contains { index in
      guard bytes[index] == key[0], bytes[index...].starts(with: key) else { return false }
      return isFlow || index == 0 || ASCII.isLineEnd(bytes[index - 1])
    }
  }
}

extension MIMEHeaders {
  /// Any field that a MIME message has and other texts have not.
  fileprivate var isMessage: Bool { value(of: "MIME-Version") != nil || value(of: "Content-Type") != nil }
}
