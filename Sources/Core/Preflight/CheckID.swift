/// The stable name of a check: `cpu.min`, `volume:/var/lib/data:capacity`, `port:tcp/8080`, `script:NAME`.
package struct CheckID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The word that all checks of its kind begin with: `cpu`, `volume`.
  package var kind: String { String(text.prefix { $0 != "." && $0 != ":" }) }

  /// The kinds of all the checks that there are.
  static let kinds: Set<String> = [
    "cpu", "ram", "os", "instance-type", "volume", "device", "port", "network", "script", "peer",
  ]

  package var description: String { Printable.escape(text) }

  /// By byte: two directories whose names differ in their composition only are two.
  package static func == (left: CheckID, right: CheckID) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
