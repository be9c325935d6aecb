/// An address as reports and messages have it, without what may be secret in it.
package enum ShownAddress {
  /// `https://user:password@example.com/a.sh?signature=x#y` is shown as `https://...@example.com/a.sh?...`. A path behind `file://`
  /// stays as it is.
  package static func of(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard !bytes.starts(with: "file:".utf8), let start = authority(of: bytes) else { return Printable.escape(text) }
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    var shown = Array(bytes[..<start])
    if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) {
      shown += "...".utf8
      shown += bytes[at..<end]
    } else {
      shown += bytes[start..<end]
    }
    let query = bytes[end...].firstIndex { "?#".utf8.contains($0) } ?? bytes.endIndex
    shown += bytes[end..<query]
    if query < bytes.endIndex { shown += "\(Character(Unicode.Scalar(bytes[query])))...".utf8 }
    return Printable.escape(String(decoding: shown, as: UTF8.self))
  }

  /// Where it begins: after the `://`.
  private static func authority(of bytes: [UInt8]) -> Int? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      return nil
    }
    return colon + 3
  }
}
