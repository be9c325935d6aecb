/// Where the content of a field lies, as its text says.
///
/// `file://notes.html` is the file `notes.html`, `https://example.com/logo.png` the page of that URL. Any other text is
/// content itself. Text that begins like an address is always taken for one, as `tele build` does.
package enum ReferenceAddress: Sendable {
  /// The path behind `file://` as it stands: nothing in it is percent-decoded.
  case file(String)
  /// An `http` or `https` URL.
  case web(String)

  /// As the manifest has it.
  package var text: String {
    switch self {
    case .file(let path): Self.file + path
    case .web(let url): url
    }
  }

  /// Nil for text that is content. White space around an address does not count.
  init?(_ text: String) throws(BundleProblem) {
    guard Self.begins(text.utf8) else { return nil }
    let address = PythonText.stripped(text)
    guard !address.utf8.contains(where: ASCII.isControl) else { throw .textAfterAddress }
    if address.utf8.starts(with: Self.file.utf8) {
      let path = String(Substring(address.utf8.dropFirst(Self.file.utf8.count)))
      guard !path.utf8.isEmpty else { throw .noPath }
      self = .file(path)
    } else {
      guard !address.utf8.contains(UInt8(ascii: " ")) else { throw .textAfterAddress }
      self = .web(address)
    }
  }

  /// Whether a field with this text is taken for a reference.
  static func begins(_ text: some Collection<UInt8>) -> Bool {
    // Most fields are long texts: only their beginning is looked at.
    let start = Array(text.drop(while: ASCII.isSpace).prefix(8))
    return schemes.contains { start.starts(with: $0.utf8) }
  }

  private static let file = "file://"
  private static let schemes = [file, "http://", "https://"]
}
