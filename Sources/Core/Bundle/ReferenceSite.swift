/// What of a text gives way to a reference's content, and how content can be written there.
struct ReferenceSite: Sendable {
  enum Layout: Hashable, Sendable {
    /// In `[ ]` or `{ }`, or where it is not known: the content has to fit into one line.
    case inline
    /// The value of a key that stands `indent` columns in, with nothing but a comment behind it in its line.
    case block(indent: Int)
  }

  /// The scalar without its anchor; for an entry of `files`, the key `source` and its value.
  let extent: Range<Int>
  let layout: Layout
}
