/// The content type that cloud-init takes a text for by its first characters (`handlers.type_from_starts_with`).
///
/// `\n  #Cloud-Config\nbootcmd: []` is `text/cloud-config`; `# cloud-config` is none.
enum Sniff {
  /// Longest first, as cloud-init tries them.
  private static let prefixes: [(prefix: String, type: String)] = [
    ("text/x-shellscript-per-instance", "text/x-shellscript-per-instance"),
    ("text/x-shellscript-per-boot", "text/x-shellscript-per-boot"),
    ("text/x-shellscript-per-once", "text/x-shellscript-per-once"),
    ("#cloud-config-archive", "text/cloud-config-archive"),
    ("#cloud-config-jsonp", "text/cloud-config-jsonp"),
    ("## template: jinja", "text/jinja2"),
    ("#cloud-boothook", "text/cloud-boothook"),
    ("#include-once", "text/x-include-once-url"),
    ("#cloud-config", "text/cloud-config"),
    ("#part-handler", "text/part-handler"),
    ("#include", "text/x-include-url"),
    ("#!", "text/x-shellscript"),
  ]

  /// Nil where no prefix fits. White space before it is skipped and case does not matter, both as Unicode has them.
  static func contentType(of text: [UInt8]) -> String? {
    let start = textStart(of: text)
    return prefixes.first { start.starts(with: $0.prefix.utf8) }?.type
  }

  /// The lower-cased beginning of the text after its white space, long enough for every prefix.
  private static func textStart(of text: [UInt8]) -> [UInt8] {
    let length = 40
    var start: [UInt8] = []
    var bytes = text.makeIterator()
    var decoder = UTF8()
    while start.count < length, case .scalarValue(let scalar) = decoder.decode(&bytes) {
      if start.isEmpty, PythonText.isSpace(scalar) { continue }
      start += scalar.properties.lowercaseMapping.utf8
    }
    return start
  }
}
