/// An entry of `write_files` or `files`, read as cloud-init reads it.
package struct FileEntry: Sendable {
  package let origin: Origin
  /// Where the entry starts in its part's own text: what ``Survivors`` knows it by.
  package let position: Position
  package let write: FileWrite
  /// `defer: true`: cloud-init writes it in its final stage, when users and packages exist.
  package let timing: Timing
  /// A `source.uri` to fetch the content from (cloud-init 24.3 on); the content is the fallback.
  package let sourceURI: String?

  package enum Timing: Hashable, Sendable {
    case now
    case deferred
  }

  package init(origin: Origin, position: Position, write: FileWrite, timing: Timing, sourceURI: String? = nil) {
    self.origin = origin
    self.position = position
    self.write = write
    self.timing = timing
    self.sourceURI = sourceURI
  }
}
