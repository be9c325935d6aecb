/// A path as the user gave it: absolute, or relative to the working directory. Not empty, no NUL, below PATH_MAX.
package struct PathArgument: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) throws(ValueProblem) {
    guard !text.isEmpty, !text.utf8.contains(0), text.utf8.count < 4096 else { throw .notAPath }
    self.text = text
  }

  private init(known text: String) {
    self.text = text
  }

  package init(known path: AbsolutePath) {
    self.init(known: path.text)
  }

  package static let rootDirectory = PathArgument(known: "/")

  package var description: String { Printable.escape(text) }
}
