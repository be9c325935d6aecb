/// Bytes of a source in place of others.
package struct TextEdit: Hashable, Sendable {
  /// The source as the user named it.
  package let source: String
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(source: String, range: Range<Int>, replacement: [UInt8]) {
    self.source = source
    self.range = range
    self.replacement = replacement
  }
}
