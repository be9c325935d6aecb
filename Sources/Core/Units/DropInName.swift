/// The name of a drop-in's file: `50-bringup.conf` (systemd.unit(5)). Drop-ins are read in the order of their names.
package struct DropInName: Hashable, Sendable {
  package let text: String

  /// Nil where `text` is not one component of a path, at most 255 bytes, that ends in `.conf` and does not start with a
  /// dot: systemd passes over others.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count <= 255, bytes.reversed().starts(with: ".conf".utf8.reversed()),
      bytes.first != UInt8(ascii: "."), !bytes.contains(UInt8(ascii: "/")),
      !bytes.contains(where: ASCII.isControl)
    else { return nil }
    self.text = text
  }

  /// `text` is a name that this program made.
  init(valid text: String) {
    self.text = text
  }

  /// Where the document names none.
  package static let standard = DropInName(valid: "50-bringup.conf")
}
