internal import Glibc

/// The name of an operating system in a manifest: an extended regular expression (regex(7)) that the whole of a name has to
/// match, capitals and small letters alike.
///
/// `centos` matches `CentOS`, `.*suse.*` matches `opensuse-leap`; `suse` does not, though Gravity takes it so.
package struct NamePattern: Hashable, Sendable, CustomStringConvertible {
  package enum Fault: Swift.Error, Hashable, Sendable {
    case empty
    /// Longer than ``Limits/namePatternBytes``.
    case tooLong
    case holdsControlCharacter
    /// A backslash before a letter or digit: a back-reference, or `\d`, which is no digit here.
    case escapedLetter
    /// `{2,3}`, whose expansion may take any amount of memory.
    case repeatCount
    /// In the words of regcomp(3).
    case syntax(String)
  }

  /// As the manifest has it.
  package let text: String

  package init(_ text: String) throws(Fault) {
    guard !text.utf8.isEmpty else { throw .empty }
    guard text.utf8.count <= Limits.namePatternBytes else { throw .tooLong }
    guard !text.utf8.contains(where: ASCII.isControl) else { throw .holdsControlCharacter }
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped, ASCII.isAlphanumeric(byte) { throw .escapedLetter }
      if !isEscaped, byte == UInt8(ascii: "{") { throw .repeatCount }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    self.text = text
    var expression = regex_t()
    let status = compile(&expression)
    guard status == 0 else { throw .syntax(Self.message(status, &expression)) }
    regfree(&expression)
  }

  /// Whether the whole of `name` matches.
  package func matches(_ name: String) -> Bool {
    // regexec(3) would end at a NUL.
    guard !name.utf8.contains(0) else { return false }
    var expression = regex_t()
    guard compile(&expression) == 0 else { preconditionFailure("compiled once, and not again: out of memory") }
    defer { regfree(&expression) }
    var match = regmatch_t()
    // The match that is found is the longest of the leftmost ones: the whole name, where the whole matches at all.
    guard regexec(&expression, name, 1, &match, 0) == 0 else { return false }
    return match.rm_so == 0 && Int(match.rm_eo) == name.utf8.count
  }

  package static func == (left: NamePattern, right: NamePattern) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  package var description: String { Printable.escape(text) }

  private func compile(_ expression: inout regex_t) -> Int32 {
    regcomp(&expression, text, REG_EXTENDED | REG_ICASE)
  }

  private static func message(_ status: Int32, _ expression: inout regex_t) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    let length = regerror(status, &expression, &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, min(length, buffer.count) - 1)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
