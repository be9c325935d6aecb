/// Parameters of a header such as `Content-Type`, as Python's `email.message.Message.get_param` reads them.
enum MIMEParameters {
  /// The value of the parameter `name`, nil where the header has none.
  ///
  /// From `attachment; FileName*0*=utf-8''a%20; filename*1=b`, `filename` is `a b` (RFC 2231); a plain `filename="a"`
  /// beside it would win.
  static func value(of name: String, in header: String) -> String? {
    let parameters = split(header)
    if let plain = parameters.first(where: { $0.name == Array(name.utf8) }) {
      return unquoted(unquoted(plain.value))
    }
    let segments = parameters.dropFirst().compactMap { Segment($0, of: name) }.sorted { left, right in
      left.number == right.number ? PartName(left.text) < PartName(right.text) : left.number < right.number
    }
    return segments.isEmpty ? nil : joined(segments)
  }

  private struct Parameter {
    /// In lower case.
    let name: [UInt8]
    let value: String
  }

  /// The parameters between semicolons, the type before the first among them. A semicolon counts where an even number
  /// of quotes is before it; `\"` is no quote.
  private static func split(_ header: String) -> [Parameter] {
    var parameters: [Parameter] = []
    var start = 0
    var quoted = false
    let text = Array(header.utf8)
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\""), index == start || text[index - 1] != UInt8(ascii: "\\") { quoted.toggle() }
      if byte == UInt8(ascii: ";"), !quoted {
        parameters.append(parameter(text[start..<index]))
        start = index + 1
      }
    }
    parameters.append(parameter(text[start...]))
    return parameters
  }

  private static func parameter(_ text: ArraySlice<UInt8>) -> Parameter {
    let equals = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    let name = PythonText.stripped(String(decoding: text[..<equals], as: UTF8.self)).lowercased()
    let value = String(decoding: text[equals...].dropFirst(), as: UTF8.self)
    return Parameter(name: Array(name.utf8), value: PythonText.stripped(value))
  }

  /// A piece of a value that RFC 2231 spreads over `name*0`, `name*1*`, or writes as `name*`.
  private struct Segment {
    let number: Int
    let text: String
    /// Written with `%xx`, after a character set in the first piece.
    let isExtended: Bool

    init?(_ parameter: Parameter, of name: String) {
      guard parameter.name.starts(with: name.utf8) else { return nil }
      var rest = parameter.name.dropFirst(name.utf8.count)
      guard rest.popFirst() == UInt8(ascii: "*") else { return nil }
      text = unquoted(parameter.value)
      if rest.isEmpty {
        (number, isExtended) = (-1, true)
        return
      }
      isExtended = rest.last == UInt8(ascii: "*")
      let digits = isExtended ? rest.dropLast() : rest
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      self.number = number
    }
  }

  private static func joined(_ segments: [Segment]) -> String {
    let bytes = segments.flatMap { $0.isExtended ? percentDecoded($0.text) : Array($0.text.utf8) }
    guard segments.contains(where: \.isExtended) else { return unquoted(String(decoding: bytes, as: UTF8.self)) }
    let pieces = bytes.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3 else { return String(decoding: bytes, as: UTF8.self) }
    let charset = String(decoding: pieces[0], as: UTF8.self).lowercased()
    let isLatin1 = ["iso-8859-1", "iso8859-1", "latin-1", "latin1"].contains(charset)
    guard isLatin1 else { return String(decoding: pieces[2], as: UTF8.self) }
    return String(String.UnicodeScalarView(pieces[2].map { Unicode.Scalar($0) }))
  }

  private static func percentDecoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = ASCII.hexValue(rest[rest.startIndex]),
        let low = ASCII.hexValue(rest[rest.startIndex + 1])
      {
        result.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// `email.utils.unquote`: the quotes off a quoted string and its escapes undone, or the angle brackets off.
  private static func unquoted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 1 else { return text }
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") {
      return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }
    guard bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return text }
    let inside = bytes.dropFirst().dropLast()
    return String(decoding: unescaped(UInt8(ascii: "\""), in: unescaped(UInt8(ascii: "\\"), in: inside)), as: UTF8.self)
  }

  /// `text` with a backslash before each `character` left out.
  private static func unescaped(_ character: UInt8, in text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var escaping = false
    for byte in text {
      if escaping, byte == character {
        result[result.count - 1] = byte
        escaping = false
      } else {
        result.append(byte)
        escaping = byte == UInt8(ascii: "\\")
      }
    }
    return result
  }
}
