extension Bundle {
  /// What is worth knowing about contents that were filled in: what Gravity would not keep as it is.
  package func warnings(about contents: [[UInt8]]) -> [Finding] {
    zip(references, contents).compactMap { reference, content in
      guard let loss = Self.loss(of: content, at: reference) else { return nil }
      let address = ShownAddress.of(reference.address.text)
      return Finding(origin: reference.origin, message: "\(address) \(loss)")
    }
  }

  private static func loss(of content: [UInt8], at reference: Reference) -> String? {
    switch (reference.kind, reference.form) {
    case (.document, _), (_, .image), (_, .file):
      return nil
    case (.application, .text):
      if UTF8Text.firstFault(in: content[...]) != nil {
        return "is not UTF-8, so \(reference.field) is !!binary, which Gravity itself does not keep intact; "
          + "save it as UTF-8 if it is text"
      }
      guard let variable = firstVariable(in: content) else { return nil }
      return "holds \(Printable.quote(variable)), which tele build replaces in a manifest by what it has in its own "
        + "environment; where a shell is to read it, write it without braces"
    }
  }

  /// The first `${NAME}` of a text: before it reads a manifest, Gravity's vendorer replaces what matches
  /// `\$\{[A-Za-z0-9_]+\}` anywhere in it, but not in the files that it names (`schema.ExpandEnvVars`).
  private static func firstVariable(in text: [UInt8]) -> String? {
    var at = 0
    while at + 1 < text.count {
      defer { at += 1 }
      guard text[at] == UInt8(ascii: "$"), text[at + 1] == UInt8(ascii: "{") else { continue }
      let name = text[(at + 2)...].prefix { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
      guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: "}") else { continue }
      return String(decoding: text[at...name.endIndex], as: UTF8.self)
    }
    return nil
  }
}
