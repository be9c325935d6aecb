/// The name of a systemd unit: prefix, optional instance, type suffix (systemd.unit(5)).
package struct UnitName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil where `text` is not a valid name: at most 255 bytes of `A-Za-z0-9:-_.\@`, a known suffix, something before it.
  package init?(_ text: String) {
    let suffixes = [
      ".service", ".socket", ".device", ".mount", ".automount", ".swap", ".target", ".path", ".timer", ".slice",
      ".scope",
    ]
    let allowed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: ":-_.\\@".utf8.contains(byte)
      }
    }
    guard allowed, text.utf8.count <= 255,
      suffixes.contains(where: { text.hasSuffix($0) && text.utf8.count > $0.utf8.count }),
      text.utf8.first != UInt8(ascii: "@")
    else { return nil }
    self.text = text
  }

  package static func < (left: UnitName, right: UnitName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package var description: String { text }
}
