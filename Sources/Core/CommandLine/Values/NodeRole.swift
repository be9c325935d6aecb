/// What a node is in its cluster: `coordinator`, `worker`, or a name of one's own.
///
/// The rule is that of a value of a Kubernetes label, where roles mostly come from; it leaves nothing that a shell script
/// without quotes would take apart.
package struct NodeRole: Hashable, Sendable {
  package let text: String

  /// At most 63 letters, digits, `-`, `_` and `.`; a letter or digit at both ends.
  package init(_ text: String) throws(ValueProblem) {
    let bytes = text.utf8
    let isSound = bytes.allSatisfy { Self.isAlphanumeric($0) || "-_.".utf8.contains($0) }
    guard isSound, bytes.count <= 63, let first = bytes.first, let last = bytes.last, Self.isAlphanumeric(first),
      Self.isAlphanumeric(last)
    else { throw .notARole }
    self.text = text
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
