/// The name of a systemd unit: a prefix, perhaps `@` and an instance, and the type (systemd.unit(5)).
///
/// `getty@tty1.service` is the instance `tty1` of the template `getty@.service`. The names `foo-.service` and
/// `-.mount` are good ones too: drop-ins for the first are read for every service whose name starts with `foo-`.
package struct UnitName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String
  package let type: UnitType

  /// Nil where `text` is not a valid name: at most 255 bytes of `A-Za-z0-9:-_.\@`, a known type after the last dot, and
  /// before it something that does not start with `@`.
  package init?(_ text: String) {
    guard text.utf8.count <= 255, text.utf8.allSatisfy(Self.isAllowed), text.utf8.first != UInt8(ascii: "@"),
      let dot = text.lastIndex(of: "."), dot != text.startIndex,
      let type = UnitType(rawValue: String(text[text.index(after: dot)...]))
    else { return nil }
    self.text = text
    self.type = type
  }

  private init(valid text: String, _ type: UnitType) {
    self.text = text
    self.type = type
  }

  /// The unit that runs nodeup on a kops node.
  package static let kopsConfiguration = UnitName(valid: "kops-configuration.service", .service)

  private static func isAllowed(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || ":-_.\\@".utf8.contains(byte)
  }

  package static func < (left: UnitName, right: UnitName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package var description: String { text }
}
