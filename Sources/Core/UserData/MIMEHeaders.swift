/// The header block of a message or of a part of one, as Python's `email` parser reads it with its `compat32` policy.
///
/// `Content-Type: text/plain;\n charset=utf-8\n\n` is one field; of several fields with one name the first counts.
struct MIMEHeaders {
  private struct Field {
    /// As written.
    let name: Range<Int>
    /// Raw, folds included.
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  private var fields: [Field] = []
  /// The block is longer than ``Limits/mimeHeaderBytes``; the fields beyond were not kept.
  private(set) var isTooLong = false

  /// Reads header lines until an empty one, which is passed over, or one that is no header line, which is left as the
  /// body's first.
  init(from lines: inout MIMELines) {
    bytes = lines.bytes
    let start = lines.offset
    // A continuation belongs to the field before it; lines that are no field have none.
    var openField = false
    while let line = lines.peek() {
      guard let kind = Self.kind(of: line, in: bytes) else {
        if line.content.isEmpty { lines.pass(line) }
        return
      }
      lines.pass(line)
      isTooLong = isTooLong || line.next - start > Limits.mimeHeaderBytes
      guard !isTooLong else { continue }
      switch kind {
      case .field(let colon):
        fields.append(Field(name: line.start..<colon, value: (colon + 1)..<line.end))
        openField = true
      case .continuation:
        if openField { fields[fields.count - 1].value = fields[fields.count - 1].value.lowerBound..<line.end }
      case .ignored:
        openField = false
      }
    }
  }

  private enum LineKind {
    case field(colon: Int)
    case continuation
    /// mbox's `From ` line, or a colon without a name.
    case ignored
  }

  private static func kind(of line: MIMELine, in bytes: [UInt8]) -> LineKind? {
    guard !line.content.isEmpty else { return nil }
    if ASCII.isBlank(bytes[line.start]) { return .continuation }
    if bytes[line.content].starts(with: "From ".utf8) { return .ignored }
    let nameEnd = line.content.first { !(0x21...0x7E).contains(bytes[$0]) || bytes[$0] == UInt8(ascii: ":") }
    guard let nameEnd, bytes[nameEnd] == UInt8(ascii: ":") else { return nil }
    return nameEnd == line.start ? .ignored : .field(colon: nameEnd)
  }

  /// The value of the first field of that name, whatever its case; bytes that are not UTF-8 become U+FFFD.
  func value(of name: String) -> String? {
    fields.first { field in
      bytes[field.name].lazy.map(ASCII.lowercased).elementsEqual(name.utf8.lazy.map(ASCII.lowercased))
    }.map(text)
  }

  /// `dict(message)[name]`: there must be a field whose name is in exactly this case, but the value is that of the first
  /// field of the name in any case.
  func value(ofExactly name: String) -> String? {
    fields.contains { bytes[$0.name].elementsEqual(name.utf8) } ? value(of: name) : nil
  }

  private func text(_ field: Field) -> String {
    let value = bytes[field.value].drop(while: ASCII.isBlank)
    let end = value.lastIndex { !ASCII.isLineEnd($0) }.map { $0 + 1 } ?? value.startIndex
    return String(decoding: value[..<end], as: UTF8.self)
  }
}

extension MIMEHeaders {
  /// The declared type in lower case and without parameters; `text/plain` where it has no form of a type, nil where
  /// there is none.
  var contentType: String? {
    value(of: "Content-Type").map(Self.contentType)
  }

  /// `email.message.Message.get_content_type` of a message whose field has this value.
  static func contentType(_ value: String) -> String {
    let type = value.unicodeScalars.prefix { $0 != ";" }
    let text = PythonText.stripped(String(String.UnicodeScalarView(type))).lowercased()
    return text.utf8.count { $0 == UInt8(ascii: "/") } == 1 ? text : "text/plain"
  }

  var boundary: MIMEBoundary? {
    value(of: "Content-Type").flatMap { MIMEParameters.value(of: "boundary", in: $0) }
      .map { MIMEBoundary(PythonText.strippedAtEnd($0)) }
  }

  /// The `filename` of `Content-Disposition`; nil where it has none.
  var fileName: String? {
    value(of: "Content-Disposition").flatMap { MIMEParameters.value(of: "filename", in: $0) }.map(PythonText.stripped)
  }

  /// The `name` of `Content-Type`; nil where it has none.
  var typeName: String? {
    value(of: "Content-Type").flatMap { MIMEParameters.value(of: "name", in: $0) }.map(PythonText.stripped)
  }

  /// What cloud-init merges a cloud-config part by; it looks these two up in exactly this case.
  var mergeType: String? {
    [value(ofExactly: "Merge-Type"), value(ofExactly: "X-Merge-Type")].lazy.compactMap(\.self).first { !$0.isEmpty }
  }
}
