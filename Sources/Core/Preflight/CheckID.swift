/// The stable name of a check: `cpu.min`, `volume:/var/lib/data:capacity`, `port:tcp/8080`, `script:NAME`.
package struct CheckID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package var description: String { Printable.escape(text) }
}
