internal import Core

extension Evidence {
  /// What was found at `source`, on one line however long it was.
  init(source: String, found bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Printable.escape(String(decoding: $0, as: UTF8.self)) }
    let line = lines.joined(separator: "; ").unicodeScalars
    let shown = 120
    self.init(
      source: source,
      text: line.count <= shown ? String(line) : "\(String(String.UnicodeScalarView(line.prefix(shown))))...")
  }

  /// Why nothing could be read.
  init(_ error: HostError) {
    self.init(source: Printable.escape(error.subject ?? error.operation), text: error.why)
  }

  /// A file whose content is not what the kernel writes there.
  static func notUnderstood(_ path: String, _ bytes: [UInt8]) -> Evidence {
    let found = Evidence(source: path, found: bytes).text
    return Evidence(source: path, text: found.isEmpty ? "it is empty" : "not what the kernel writes there: \(found)")
  }
}

extension Reading {
  /// What `read` comes to; an error is a reading.
  init(_ read: () throws(HostError) -> Reading) {
    do throws(HostError) {
      self = try read()
    } catch {
      self = .unreadable(Evidence(error))
    }
  }
}
