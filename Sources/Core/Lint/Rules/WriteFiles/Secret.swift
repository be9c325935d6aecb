/// Something in a file that others should not read. `export API_TOKEN="b3f1c09d77"` holds a password or token.
enum Secret {
  case privateKey
  case password

  var name: String {
    switch self {
    case .privateKey: "a private key"
    case .password: "a password or token"
    }
  }

  static func found(in content: [UInt8]) -> Secret? {
    guard isWorthALook(content) else { return nil }
    if PythonText.contains("PRIVATE KEY-----", in: content) { return .privateKey }
    return content.split(separator: UInt8(ascii: "\n")).contains(where: isAssignment) ? .password : nil
  }

  /// Whether a word is in it that each name of a secret holds: one pass, for most files hold none.
  private static func isWorthALook(_ content: [UInt8]) -> Bool {
    content.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { index in
        switch bytes[index] | 0x20 {
        case UInt8(ascii: "p"): isWord("pass", at: index, of: bytes)
        case UInt8(ascii: "s"): isWord("secret", at: index, of: bytes)
        case UInt8(ascii: "t"): isWord("token", at: index, of: bytes)
        case UInt8(ascii: "k"): isWord("key", at: index, of: bytes)
        case _: false
        }
      }
    }
  }

  private static func isWord(_ word: StaticString, at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { bytes[index + $0] | 0x20 == word[$0] } }
  }

  /// `NAME = VALUE` or `NAME: VALUE`, where the name says what it is and the value is no reference to somewhere else.
  private static func isAssignment(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first(where: { !ASCII.isSpace($0) }) != UInt8(ascii: "#"),
      let sign = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") })
    else { return false }
    let name = bare(line[..<sign]).split(whereSeparator: ASCII.isBlank).last ?? []
    let letters = name.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map(ASCII.lowercased)
    return endings.contains { letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
      && isSecret(bare(line[line.index(after: sign)...]))
  }

  /// Without what quotes it.
  private static func bare(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isOutside = { (byte: UInt8) in ASCII.isSpace(byte) || "\"',;".utf8.contains(byte) }
    guard let first = text.firstIndex(where: { !isOutside($0) }), let last = text.lastIndex(where: { !isOutside($0) })
    else { return [] }
    return text[first...last]
  }

  /// Long enough, one word, with a digit; neither a path nor a variable.
  private static func isSecret(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 8, let first = value.first, !"$%{[(</~*`".utf8.contains(first) else { return false }
    return !value.contains(where: ASCII.isSpace) && value.contains(where: ASCII.isDigit)
      && !PythonText.contains("://", in: Array(value))
  }

  private static let endings = [
    "password", "passwd", "passphrase", "secret", "secretkey", "secretaccesskey", "token", "apikey", "privatekey",
    "presharedkey",
  ]
}
