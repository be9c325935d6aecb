/// Something worth telling that is no error: its place, the sentence, and what to do.
package struct Finding: Hashable, Sendable {
  package let origin: Origin
  /// One line, no content of user-data beyond a short quoted value.
  package let message: String

  package init(origin: Origin, message: String) {
    self.origin = origin
    self.message = message
  }
}
