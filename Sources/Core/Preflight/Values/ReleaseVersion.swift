/// A version of an operating system that a manifest names: `7`, `16.04.3`.
///
/// Versions are compared by component and not by character, as Gravity does: there `7.1` takes in 7.10.
package struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
  /// As the manifest has it.
  package let text: String

  /// Nil for a text that is empty, begins or ends in a dot, has two in a row or holds a blank.
  package init?(parsing text: String) {
    let parts = Self.components(of: text)
    guard parts.allSatisfy({ !$0.isEmpty }), !text.utf8.contains(where: { ASCII.isSpace($0) || ASCII.isControl($0) })
    else { return nil }
    self.text = text
  }

  /// `7` covers 7.4, and `7.1` does not cover 7.10.
  package func covers(_ version: String) -> Bool { Self.begins(version, with: text) }

  /// The node tells less than is wanted here: `7.2` where a release calls itself 7. It may be the one or not.
  package func isFiner(than version: String) -> Bool { !covers(version) && Self.begins(text, with: version) }

  package var description: String { Printable.escape(text) }

  private static func begins(_ version: String, with start: String) -> Bool {
    components(of: version).starts(with: components(of: start)) { $0.elementsEqual($1) }
  }

  private static func components(of text: String) -> [Substring.UTF8View] {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }
}
